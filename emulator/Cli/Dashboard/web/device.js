// The holder as one sees and measures it: the drawing, the state, the session, the readings, the fault.
import { byId, el, setText, words } from "./dom.js";
import { createDrawing } from "./drawing.js";

const MOST_PUFFS = 14;
const SESSION_STATES = ["Preheat", "Session", "EndWarning", "Paused"];
const NOTES = {
  Off: "no power", Sleep: "asleep; any act wakes it", Ready: "waiting for a stick", StickInserted: "hold the button to start",
  Preheat: "heating up", Session: "ready to puff", EndWarning: "about to end", Cooling: "cooling down", Charging: "in the charger",
  Locked: "start refused until unlocked", TemperatureFault: "out of its temperatures", LowBattery: "too little energy", Error: "see below",
  Paused: "keeping warm", Reset: "starting again", Updating: "new firmware",
};
const READINGS = [
  ["Heater", state => `${state.heaterCelsius.toFixed(1)} °C`, "True temperature of the heater"],
  ["Set point", state => state.setpointCelsius > 0 ? `${state.setpointCelsius.toFixed(0)} °C` : "off", "What the firmware wants"],
  ["Stick", state => `${state.stickCelsius.toFixed(1)} °C`, "True temperature of the stick"],
  ["Power", state => `${state.heaterWatts.toFixed(2)} W`, "Mean power into the heater"],
  ["Cell", state => `${state.cellVolts.toFixed(3)} V`, "Terminal voltage of the cell"],
  ["Current", state => `${(state.cellAmps * 1000).toFixed(0)} mA`, "Into the cell; negative while it is discharged"],
  ["Charge", state => `${state.shownSocPercent} %`, "As the firmware shows it"],
  ["True charge", state => `${state.chargePercent.toFixed(1)} %`, "As the cell has it"],
  ["Uses left", state => String(state.usesLeft), "Whole sessions that the cell still gives"],
  ["Ambient", state => `${state.ambientCelsius.toFixed(1)} °C`, "Temperature of the surroundings"],
];

export function createDevice() {
  const drawing = createDrawing(byId("drawing"));
  const pips = Array.from({ length: MOST_PUFFS }, () => el("span", { class: "pip" }));
  byId("pips").append(...pips);
  const values = READINGS.map(([name, , title]) => {
    const value = el("dd", {}, "–");
    byId("readings").append(el("div", { title }, el("dt", {}, name), value));
    return value;
  });

  return {
    setUnit: unit => drawing.setUnit(unit),
    show(state) {
      drawing.show(state);
      const chip = byId("state");
      chip.dataset.state = state.state;
      setText(chip, words(state.state));
      setText(byId("state-note"), noteOf(state));
      showSession(state, pips);
      const fault = byId("fault");
      setText(fault, state.hung ? "The firmware's loop has ended by an exception; a power cycle restarts it." : state.faultText);
      fault.hidden = fault.textContent === "";
      READINGS.forEach(([, read], index) => setText(values[index], read(state)));
    },
  };
}

function noteOf(state) {
  if (["Ready", "StickInserted"].includes(state.state) && state.lastRefusal !== "None") {
    return `start refused: ${words(state.lastRefusal).toLowerCase()}`;
  }
  return NOTES[state.state] ?? "";
}

function showSession(state, pips) {
  const inSession = SESSION_STATES.includes(state.state);
  const total = Math.max(MOST_PUFFS, state.puffsTaken + state.puffsLeft);
  pips.forEach((pip, index) => {
    pip.classList.toggle("taken", index < state.puffsTaken);
    pip.classList.toggle("now", inSession && state.puffing && index === state.puffsTaken);
  });
  byId("pips").setAttribute("aria-label", `${state.puffsTaken} of ${total} puffs taken`);
  byId("session-line").classList.toggle("running", inSession);
  setText(byId("session-text"), sessionText(state, inSession));
}

function sessionText(state, inSession) {
  if (inSession && state.secondsLeft > 0 && state.state !== "Preheat") {
    const minutes = Math.floor(state.secondsLeft / 60);
    return `${minutes}:${String(state.secondsLeft % 60).padStart(2, "0")} and ${state.puffsLeft} puffs left`;
  }
  if (state.state === "Preheat") {
    return "Preheating";
  }
  return state.lastEnd === "None" ? "No session yet" : `Last session: ${state.puffsTaken} ${state.puffsTaken === 1 ? "puff" : "puffs"}, ended by ${state.lastEnd.toLowerCase()}`;
}
