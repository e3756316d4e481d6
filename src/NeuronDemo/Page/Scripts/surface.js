const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
const element = id => document.getElementById(id);
const write = (id, text) => { element(id).textContent = text; };

/** Makes an element with properties and children. */
function make(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
}

const superscript = number => String(number).replace("-", "⁻").replace(/\d/g, digit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit]);
/** A number in four digits, or as many as asked for; what is just below 1 in as many more as it takes to tell. */
const short = (x, digits = 4) => x < 1 && Number(x.toPrecision(digits)) === 1 ? short(x, digits + 1)
    : String(Number(x.toPrecision(digits))).replace(/e\+?(.+)/, (_, power) => `×10${superscript(power)}`).replace("-", "−");

/** The marks of classes, in order, as text and as paths: none needs its colour to be told from the others. */
const marks = [
    ["●", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0"], ["▲", "M0-7 6.5 5h-13z"], ["■", "M-5-5h10v10h-10z"], ["◆", "M0-7 6 0 0 7-6 0z"],
    ["▼", "M0 7 6.5-5h-13z"], ["✚", "M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z"], ["⬟", "M0-7 6.6-2.2 4.1 5.6h-8.2L-6.6-2.2z"],
].map(([text, path]) => ({ text, path: new Path2D(path) }));
/** The mark of a class as text, in a colour of the palette; what it means stands beside it. */
const mark = (kind, colour) => make("span", { className: `mark ${colour}`, ariaHidden: "true" }, marks[kind % marks.length].text);

/** The colours of the present scheme, by the names that page.css gives them. */
const palette = {};
function readPalette() {
    const probe = document.body.appendChild(make("i"));
    for (const name of ["ink", "panel", "rule", "grid", "blue", "vermilion", ...marks.map((_, k) => `class${k}`)]) {
        probe.style.color = `var(--${name})`;
        palette[name] = getComputedStyle(probe).color;
    }
    probe.remove();
}

/** 256 colours from the first to the last, as pixels of an image. */
function shades(...colours) {
    const context = make("canvas").getContext("2d"), gradient = context.createLinearGradient(0, 0, 256, 0);
    colours.forEach((colour, k) => gradient.addColorStop(k / (colours.length - 1), colour));
    Object.assign(context, { fillStyle: gradient }).fillRect(0, 0, 256, 1);
    return new Uint32Array(context.getImageData(0, 0, 256, 1).data.buffer);
}

/** A cleared canvas to draw on in CSS pixels, sharp on any screen. */
function clear(canvas) {
    const { clientWidth: width, clientHeight: height } = canvas, context = canvas.getContext("2d"), ratio = devicePixelRatio;
    const size = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
    canvas.width === size.width && canvas.height === size.height ? context.reset() : Object.assign(canvas, size);
    context.scale(ratio, ratio);
    Object.assign(context, { font: "12px system-ui", textBaseline: "middle", textAlign: "center", fillStyle: palette.ink });
    return { context, width, height };
}

const stroke = (context, path, strokeStyle, lineWidth, dash = []) => {
    context.setLineDash(dash);
    Object.assign(context, { strokeStyle, lineWidth }).stroke(path);
};

const circle = (r, x = 0, y = 0) => new Path2D(`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`);
const line = (...points) => new Path2D(points.map(([x, y], k) => `${k ? "L" : "M"}${x} ${y}`).join(""));
