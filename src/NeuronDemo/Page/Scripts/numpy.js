/** NumPy's legacy random numbers, bit for bit: the Mersenne Twister MT19937, of which two draws make one double. */
export class NumpyRandom {
    #state = new Uint32Array(624);
    #used = 624;

    /** As numpy.random.seed(seed), 0 to 4294967295. */
    constructor(seed) {
        const s = this.#state;
        s[0] = seed;
        for (let i = 1; i < 624; i++) {
            s[i] = Math.imul(1812433253, s[i - 1] ^ (s[i - 1] >>> 30)) + i;
        }
    }

    /** The next number of numpy.random.random_sample(): 53 random bits, in [0, 1). */
    next() {
        const high = this.#draw() >>> 5;
        const low = this.#draw() >>> 6;
        return (high * 67108864 + low) / 9007199254740992;
    }

    #draw() {
        if (this.#used === 624) {
            this.#twist();
        }
        let y = this.#state[this.#used++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return (y ^ (y >>> 18)) >>> 0;
    }

    #twist() {
        const s = this.#state;
        for (let i = 0; i < 624; i++) {
            const y = (s[i] & 0x80000000) | (s[(i + 1) % 624] & 0x7fffffff);
            s[i] = s[(i + 397) % 624] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
        }
        this.#used = 0;
    }
}
