const [lesson, texts] = ["lesson", "texts"].map(id => JSON.parse(element(id).textContent));
const app = new App(new Lesson(lesson), texts);
app.map = new AnswerMap(app);
app.views = [app.map, diagram(app), chart(app), rows(app), numbers(app), controls(app)];

const address = () => `#${new URLSearchParams({ ...app.settings, iteration: app.training.iteration })}`;
function readAddress() {
    const settings = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
    app.choose(settings, {});
    app.seek(/^\d{1,6}$/.test(settings.iteration) ? Number(settings.iteration) : 0);
}

readAddress();
addEventListener("hashchange", readAddress);
addEventListener("resize", () => app.refresh());
document.addEventListener("visibilitychange", () => document.hidden && app.play(false));
systemIsDark.addEventListener("change", () => app.refresh());
// The address follows at rest: browsers refuse to change it at every step.
setInterval(() => app.isMoving || location.hash === address() || history.replaceState(null, "", address()), 500);
