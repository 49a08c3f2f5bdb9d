// The keyboard: every frequent act has a key, and the list of them is made from the same table.
import { byId, el } from "./dom.js";

export function createKeys({ acts, timeBar }) {
  const keys = new Map([
    ["s", ["Insert or remove the stick", () => acts.toggleStick()]],
    ["b", ["Hold the button 1.2 s: start or stop", () => acts.holdButton()]],
    ["v", ["Press the button shortly: uses left, pause", () => acts.shortPress()]],
    ["p", ["Take a puff", () => acts.puff()]],
    ["t", ["Tilt", () => acts.tilt()]],
    ["d", ["Into the charger or out of it", () => acts.toggleDock()]],
    ["u", ["USB cable in or out", () => acts.toggleUsb()]],
    [" ", ["Pause or resume time", () => timeBar.togglePause(), "space"]],
    [".", ["One turn of the loop", () => timeBar.step()]],
    ...timeBar.speeds.map((speed, index) =>
      [String(index + 1), [speed === "max" ? "As fast as possible" : `Speed ${speed}×`, () => timeBar.setSpeedAt(index)]]),
    ["?", ["This list", () => byId("help").showModal()]],
  ]);
  byId("keys").append(...[...keys].flatMap(([key, [meaning, , shown]]) =>
    [el("dt", {}, el("kbd", {}, shown ?? key)), el("dd", {}, meaning)]));
  byId("help-open").addEventListener("click", () => byId("help").showModal());
  document.addEventListener("keydown", event => {
    const entry = keys.get(event.key);
    if (entry && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey && !takes(event.target, event.key) && !byId("help").open) {
      event.preventDefault();
      entry[1]();
    }
  });
}

// Letters in a field are text; a space on a button presses that button.
const takes = (node, key) => node.matches("input:not([type=checkbox]), select, textarea, [contenteditable]")
  || (key === " " && node.matches("input, button, a, [role=button], [role=tab], summary"));
