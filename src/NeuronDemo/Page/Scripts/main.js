import { App } from "./app.js";
import { Lesson } from "./lesson.js";

const app = new App(new Lesson(JSON.parse(document.getElementById("lesson").textContent)));
const settingsOf = hash => Object.fromEntries(new URLSearchParams(hash.slice(1)));
const hashOf = settings => `#${new URLSearchParams(settings)}`.replaceAll("%2C", ",");

app.apply(settingsOf(location.hash));
const untouched = hashOf(app.settings);

// At rest the address follows the settings; browsers refuse an address that changes at every step.
setInterval(() => {
    const hash = hashOf(app.settings);
    if (!app.isMoving && hash !== (location.hash || untouched)) {
        history.replaceState(null, "", hash);
    }
}, 500);
addEventListener("hashchange", () => app.apply(settingsOf(location.hash)));
addEventListener("resize", () => app.refresh());
document.addEventListener("visibilitychange", () => document.hidden && app.pause());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => app.refresh());
