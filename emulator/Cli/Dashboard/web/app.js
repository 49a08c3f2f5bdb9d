// The page: joins what the run tells to those who show it.
import { listen, look as ask } from "./api.js";
import { byId, setText } from "./dom.js";
import { createActs } from "./acts.js";
import { createCharts } from "./chart.js";
import { createDevice } from "./device.js";
import { createKeys } from "./keys.js";
import { createLogs } from "./logs.js";
import { createTheme } from "./theme.js";
import { createTimeBar } from "./timebar.js";

const charts = createCharts();
const device = createDevice();
const timeBar = createTimeBar();
const logs = createLogs();
const acts = createActs();
createTheme(() => charts.repaint());
createKeys({ acts, timeBar });

listen({
  past: message => {
    showTrouble("");
    charts.reset(message.samples);
    logs.reset(message);
    show(message);
    identify();
  },
  look: message => {
    showTrouble("");
    charts.add(message.samples);
    logs.add(message);
    show(message);
  },
  lost: again => showTrouble(again
    ? "The run does not answer; trying again…"
    : "The run has ended, or another one has taken its place. Open the address that the new run printed."),
});

function show(message) {
  device.show(message.state);
  timeBar.show(message);
  acts.show(message);
}

async function identify() {
  try {
    const unit = await ask("identity");
    setText(byId("unit-name"), unit.name);
    setText(byId("unit-detail"), `${unit.serialNumber} · seed ${unit.seed}`);
    document.title = `${unit.name} · workbench`;
    acts.setUnit(unit);
    device.setUnit(unit);
  } catch {
    // The stream says when the run cannot be reached.
  }
}

function showTrouble(text) {
  const node = byId("trouble");
  setText(node, text);
  node.hidden = text === "";
}
