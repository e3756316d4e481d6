export const element = id => document.getElementById(id);

/** Makes an element with properties and children. */
export function make(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
}

/** A number in four digits, or as many as asked for. */
export const short = (x, digits = 4) => String(Number(x.toPrecision(digits))).replaceAll("-", "−");

export const subscript = number => String(number).replace(/\d/g, digit => "₀₁₂₃₄₅₆₇₈₉"[digit]);

/** The classes' marks, in order, as text and as paths: none needs its colour to be told from the others. */
export const marks = [
    ["●", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0"], ["▲", "M0-7 6.5 5h-13z"], ["■", "M-5-5h10v10h-10z"], ["◆", "M0-7 6 0 0 7-6 0z"],
    ["▼", "M0 7 6.5-5h-13z"], ["✚", "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z"], ["⬟", "M0-7 6.6-2.2 4.1 5.6h-8.2L-6.6-2.2z"],
].map(([text, path]) => ({ text, path: new Path2D(path) }));

/** The colours of the present scheme, by the names that page.css gives them. */
export const palette = {};

export function readPalette() {
    const probe = make("i");
    document.body.append(probe);
    for (const name of ["ink", "panel", "rule", "grid", "blue", "vermilion", ...marks.map((_, k) => `class${k}`)]) {
        probe.style.color = `var(--${name})`;
        palette[name] = getComputedStyle(probe).color;
    }
    probe.remove();
}

/** 256 colours from the first to the last, as pixels of an image. */
export function shades(...colours) {
    const stops = colours.map(colour => colour.match(/\d+/g).map(Number));
    return Uint32Array.from({ length: 256 }, (_, i) => {
        const at = i / 255 * (stops.length - 1), k = Math.min(stops.length - 2, Math.floor(at));
        const [r, g, b] = [0, 1, 2].map(c => Math.round(stops[k][c] + (stops[k + 1][c] - stops[k][c]) * (at - k)));
        return 255 << 24 | b << 16 | g << 8 | r;
    });
}

/** A cleared canvas to draw on in CSS pixels, sharp on any screen. */
export function clear(canvas) {
    const { clientWidth: width, clientHeight: height } = canvas, context = canvas.getContext("2d");
    Object.assign(canvas, { width: Math.round(width * devicePixelRatio), height: Math.round(height * devicePixelRatio) });
    context.scale(devicePixelRatio, devicePixelRatio);
    Object.assign(context, { font: "12px system-ui, sans-serif", textBaseline: "middle", textAlign: "center", fillStyle: palette.ink });
    return { context, width, height };
}

/** Some six round numbers in a range. */
export function ticks(low, high) {
    const power = 10 ** Math.floor(Math.log10((high - low) / 6)), step = [1, 2, 5, 10].find(k => k * power >= (high - low) / 6) * power;
    const first = Math.ceil(low / step), count = Math.floor(high / step) - first + 1;
    return Array.from({ length: count || 0 }, (_, k) => (first + k) * step);
}
