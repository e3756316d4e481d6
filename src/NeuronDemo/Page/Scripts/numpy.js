/** NumPy's legacy random numbers, bit for bit: what numpy.random.random_sample() gives after numpy.random.seed(seed).
 *  The Mersenne Twister MT19937 draws 32 bits; two draws make a double of 53 bits in [0, 1). */
function numpyRandom(seed) {
    const s = Uint32Array.of(seed, ...new Array(623).fill(0));
    for (let i = 1; i < 624; i++) { s[i] = Math.imul(1812433253, s[i - 1] ^ (s[i - 1] >>> 30)) + i; }
    let k = 0;
    const draw = () => {
        const next = (k + 1) % 624, bits = (s[k] & 0x80000000) | (s[next] & 0x7fffffff);
        s[k] = s[(k + 397) % 624] ^ (bits >>> 1) ^ (bits & 1 ? 0x9908b0df : 0);
        let y = s[k] ^ (s[k] >>> 11);
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        k = next;
        return (y ^ (y >>> 18)) >>> 0;
    };
    return () => ((draw() >>> 5) * 67108864 + (draw() >>> 6)) / 9007199254740992;
}
