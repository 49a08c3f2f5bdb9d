// What hands and the world can do. The frequent acts have a place of their own; every other verb of the control API is
// offered by a form that is made from its definition, so that a new verb needs no change here.
import { act, look } from "./api.js";
import { byId, el, setText, words } from "./dom.js";
import { trying } from "./toast.js";

const START_HOLD = 1.2;
const SHORT_HOLD = 0.2;
const RESET_HOLD = 10.2;
const HURRY_SPEED = 20;
const SESSION_STATES = new Set(["Session", "EndWarning", "Cooling"]);

// Verbs that the groups below offer, or that other parts of the page do.
const PLACED = new Set([
  "insertStick", "removeStick", "holdButton", "pressButton", "releaseButton", "puff", "playPuffs", "tilt", "doubleTap", "dock", "undock",
  "setUsbPower", "setAmbient", "dropLink", "powerCycle", "pause", "resume", "setSpeed", "step", "time", "runUntil", "listFaults",
  "injectFault", "clearFaults",
]);

export function createActs() {
  let state = null;
  const place = byId("acts");
  const stick = toggle("Stick", "s", () => toggleStick());
  const dockButton = toggle("Charger", "d", () => toggleDock());
  const usb = toggle("USB", "u", () => toggleUsb());
  const millilitres = number("Volume", 55, 1, 200, 5, "ml");
  const seconds = number("Time", 2, 0.1, 20, 0.1, "s");
  const profile = el("select", { "aria-label": "Puff profile" },
    ...[["natural", "natural"], ["hci", "every 30 s"], ["worst", "greedy"]].map(([value, text]) => el("option", { value }, text)));
  const ambient = number("Ambient", 25, -40, 85, 1, "°C");
  const until = el("input", {
    type: "text", value: "state = Session", "aria-label": "Condition", spellcheck: "false", list: "conditions", autocomplete: "off",
  });

  const holdButton = () => trying(() => act("holdButton", { seconds: START_HOLD }));
  const shortPress = () => trying(() => act("holdButton", { seconds: SHORT_HOLD }));
  const reset = () => trying(() => act("holdButton", { seconds: RESET_HOLD }));
  const puff = () => trying(() => act("puff", { millilitres: millilitres.value(), seconds: seconds.value() }));
  const toggleStick = () => state && trying(() => act(state.stickPresent ? "removeStick" : "insertStick"));
  const toggleDock = () => state && trying(() => act(state.docked ? "undock" : "dock"));
  const toggleUsb = () => state && trying(() => act("setUsbPower", { plugged: !state.usbPower }));
  const tilt = () => trying(() => act("tilt"));
  const runUntil = () => trying(() => act("runUntil", { condition: until.value, limitSeconds: 3600 }));
  const next = createNext({ toggleStick, holdButton, puff, toggleDock, reset });

  const more = el("details", { class: "more" }, el("summary", {}, "More"), el("div", { class: "forms" }));
  place.append(
    group("Stick and button", row(stick.node), row(
      button("Hold 1.2 s", holdButton, "b", "Start or stop a session"),
      button("Press", shortPress, "v", "Shows uses left; pauses where that is switched on"),
      button("Reset", reset, null, "Ten seconds: heater off, start again"))),
    group("Puff", row(millilitres.node, seconds.node, button("Puff", puff, "p", "Takes one puff")),
      row(profile, button("Play", () => trying(() => act("playPuffs", { profile: profile.value })), null, "Plays the profile from now on"),
        button("Stop", () => trying(() => act("playPuffs", { profile: "none" })), null, "Ends a profile that plays"))),
    group("Gestures", row(button("Tilt", tilt, "t", "As to look at the lights"), button("Double tap", () => trying(() => act("doubleTap")), null, "Taps twice"))),
    group("Power", row(dockButton.node, usb.node),
      row(button("Power cycle", () => trying(() => act("powerCycle")), null, "Cuts the power and puts it back"),
        button("Drop link", () => trying(() => act("dropLink")), null, "Breaks the radio link as distance does"))),
    group("Surroundings", row(ambient.node, button("Set", () => trying(() => act("setAmbient", { celsius: ambient.value() })), null, "Sets the temperature around"))),
    group("Run until", row(until, button("Run", runUntil, null, "Runs at once until the condition holds")),
      el("datalist", { id: "conditions" }, ...["state = Session", "state = EndWarning", "state = Cooling", "state = Ready", "heaterCelsius >= 300", "puffsLeft <= 2", "faultRow != 0", "shownSocPercent >= 100"]
        .map(value => el("option", { value })))),
    more);
  addForms(more);

  return {
    holdButton, shortPress, puff, tilt, toggleStick, toggleDock, toggleUsb,
    setUnit(unit) {
      dockButton.node.hidden = !unit.hasDock;
    },
    show(message) {
      state = message.state;
      stick.set(state.stickPresent, "Remove stick", "Insert stick");
      dockButton.set(state.docked, "Take out", "Dock");
      usb.set(state.usbPower, "Unplug USB", "Plug USB");
      next.show(message);
    },
  };
}

/** The one thing that gets a newcomer further. */
function createNext({ toggleStick, holdButton, puff, toggleDock, reset }) {
  const button = byId("next");
  let work = () => {};
  let isUsed = false;
  button.addEventListener("click", () => work());
  const hurry = () => trying(() => act("setSpeed", { speed: HURRY_SPEED }));
  const wait = (text, speed) => speed === "max" || speed >= HURRY_SPEED ? [null, text] : [`Go ${HURRY_SPEED}× faster`, text, hurry];
  const steps = (state, speed) => {
    if (state.docked) {
      return ["Take it out of the charger", "A docked holder charges and does not heat.", toggleDock];
    }
    switch (state.state) {
      case "Preheat": return wait("It heats up; after about 18 s it is ready.", speed);
      case "Session": case "EndWarning": return state.puffing
        ? [null, "A puff is going on."]
        : ["Take a puff", "Up to 14 puffs in 6 minutes. Holding the button ends the session.", puff];
      case "Cooling": return wait("The session is over; the heater cools down.", speed);
      case "Paused": return ["Hold the button", "The session is paused.", holdButton];
      case "Error": return ["Hold the button 10 s", "A fault has tripped. A reset releases it, unless it locks the holder out.", reset];
      case "Locked": case "TemperatureFault": case "LowBattery": return [null, "No start in this state; see the holder and the log."];
      default: return isUsed ? ["Take the stick out", "It is used up: a stick is good for one session.", toggleStick] : state.stickPresent
        ? ["Hold the button 1.2 s", "The stick is in. Holding the button starts a session.", holdButton]
        : ["Insert a stick", "A session needs a stick.", toggleStick];
    }
  };
  return {
    show({ state, speed }) {
      isUsed = state.stickPresent && (isUsed || SESSION_STATES.has(state.state));
      const [label, text, run] = steps(state, speed);
      setText(byId("next-text"), text);
      setText(button, label ?? "Wait");
      button.disabled = label === null;
      work = run ?? (() => {});
    },
  };
}

async function addForms(more) {
  const verbs = await look("help").catch(() => []);
  const rest = verbs.filter(verb => !PLACED.has(verb.verb) && (verb.kind === "Act" || verb.kind === "Time"));
  more.querySelector(".forms").append(...rest.map(form));
}

/** A form for a verb, from its definition. */
function form(verb) {
  const fields = Object.entries(verb.parameters).map(([name, definition]) => [name, field(name, definition)]);
  return el("form", {
    class: "verb", "data-verb": verb.verb,
    onsubmit: event => {
      event.preventDefault();
      trying(() => act(verb.verb, Object.fromEntries(fields.map(([name, entry]) => [name, entry.value()]).filter(([, value]) => value !== undefined))));
    },
  }, ...fields.map(([, entry]) => entry.node), el("button", { type: "submit", title: verb.summary }, words(verb.verb)));
}

function field(name, { type, unit, minimum, maximum, choices, default: usual }) {
  if (type === "Choice") {
    const select = el("select", { "aria-label": words(name) }, ...choices.map(choice => el("option", {}, choice)));
    return { node: select, value: () => select.value };
  }
  if (type === "Boolean") {
    const check = el("input", { type: "checkbox" });
    return { node: el("label", { class: "check" }, check, words(name)), value: () => check.checked };
  }
  if (type === "Text") {
    const text = el("input", { type: "text", "aria-label": words(name), placeholder: unit });
    return { node: text, value: () => text.value || undefined };
  }
  return number(words(name), typeof usual === "string" ? "" : usual ?? Math.max(minimum, Math.min(maximum, 1)), minimum, maximum, type === "WholeNumber" ? 1 : "any", unit);
}

function number(label, value, min, max, step, unit) {
  const input = el("input", { type: "number", value, min, max, step, inputmode: "decimal", "aria-label": `${label}, ${unit}` });
  return {
    node: el("label", { class: "number" }, el("span", { class: "number-label" }, label), input, el("span", { class: "unit-text" }, unit)),
    value: () => input.value === "" ? undefined : Number(input.value),
  };
}

function toggle(name, key, work) {
  const text = el("span", {}, name);
  const node = el("button", { type: "button", class: "toggle", "aria-pressed": "false", onclick: work }, text, hint(key));
  return {
    node,
    set(on, whenOn, whenOff) {
      node.setAttribute("aria-pressed", String(on));
      setText(text, on ? whenOn : whenOff);
    },
  };
}

const button = (text, work, key, title) => el("button", { type: "button", title, onclick: work }, text, hint(key));
const hint = key => key ? el("kbd", { "aria-hidden": "true" }, key) : null;
const row = (...nodes) => el("div", { class: "row" }, ...nodes);
const group = (name, ...rows) => el("fieldset", {}, el("legend", {}, name), ...rows);
