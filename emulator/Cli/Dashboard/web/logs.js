// What was on the air, what firmware and board said, what the firmware logged, what is set.
import { look } from "./api.js";
import { byId, clockText, el, setText, words } from "./dom.js";
import { createFaults } from "./faults.js";
import { createTraffic } from "./traffic.js";

const MOST_LINES = 1000;

export function createLogs() {
  const traffic = createTraffic();
  const log = createLog();
  const events = createTable("events", "Event log", ["#", "Time", "What", "Detail"], async () =>
    (await look("eventLog")).reverse().map(entry =>
      [String(entry.sequence), entry.time.replace("T", " ").replace("Z", ""), words(entry.kind), entry.meaning]));
  const settings = createTable("settings", "Settings", ["Setting", "Value"], async () =>
    Object.entries(await look("settings")).map(([name, value]) =>
      [words(name), typeof value === "boolean" ? (value ? "on" : "off") : String(value)]));
  const tabs = createTabs([traffic, log, events, settings]);
  offerFaults(tabs);

  return {
    reset(message) {
      traffic.reset(message.traffic);
      log.reset(message.log);
      tabs.refresh();
    },
    add(message) {
      traffic.add(message.traffic);
      log.add(message.log);
      tabs.refreshWhen(`${message.state.state} ${message.state.faultRow} ${message.state.puffsTaken} ${message.state.locked}`);
    },
  };
}

/** The faults get a page of their own where the emulator has a catalogue of them. */
async function offerFaults(tabs) {
  const verbs = await look("help").catch(() => []);
  if (verbs.some(verb => verb.verb === "injectFault")) {
    tabs.add(createFaults(names => tabs.mark("faults", names.length > 0)));
  }
}

function createTabs(pages) {
  let current = pages[0];
  let lastSubject = "";
  const buttons = [];
  const panels = [];

  function add(page) {
    const button = el("button", {
      type: "button", role: "tab", id: `tab-${page.id}`, "aria-controls": `panel-${page.id}`, onclick: () => select(page),
      onkeydown: event => {
        const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (move) {
          select(pages[(pages.indexOf(page) + move + pages.length) % pages.length]);
          byId(`tab-${current.id}`).focus();
        }
      },
    }, page.title);
    const panel = el("div", {
      role: "tabpanel", id: `panel-${page.id}`, "aria-labelledby": `tab-${page.id}`, tabindex: 0, class: "panel",
    }, page.node);
    buttons.push(button);
    panels.push(panel);
    byId("tabs").append(button);
    byId("panels").append(panel);
  }

  function select(page) {
    current = page;
    pages.forEach((each, index) => {
      buttons[index].setAttribute("aria-selected", String(each === page));
      buttons[index].tabIndex = each === page ? 0 : -1;
      panels[index].hidden = each !== page;
    });
    page.refresh?.();
  }

  pages.forEach(add);
  select(current);
  return {
    add(page) {
      pages.push(page);
      add(page);
      select(current);
    },
    mark: (id, marked) => byId(`tab-${id}`).classList.toggle("marked", marked),
    refresh: () => current.refresh?.(),
    refreshWhen(subject) {
      if (subject !== lastSubject) {
        lastSubject = subject;
        current.refresh?.();
      }
    },
  };
}

function createLog() {
  const lines = el("ol", { class: "lines" });
  const empty = el("p", { class: "empty" }, "Firmware and board have said nothing yet. Refused frames and faults show up here.");
  const add = entries => {
    lines.prepend(...entries.map(([seconds, text]) =>
      el("li", {}, el("time", {}, clockText(seconds)), el("span", {}, text))).reverse());
    while (lines.childElementCount > MOST_LINES) {
      lines.lastElementChild.remove();
    }
    empty.hidden = lines.childElementCount > 0;
  };
  return {
    id: "log", title: "Log", node: el("div", {}, empty, lines), add,
    reset(entries) {
      lines.replaceChildren();
      add(entries);
    },
  };
}

function createTable(id, title, columns, read) {
  const body = el("tbody");
  const note = el("p", { class: "empty" }, "Nothing yet.");
  return {
    id, title,
    node: el("div", {}, el("table", {}, el("thead", {}, el("tr", {}, ...columns.map(name => el("th", { scope: "col" }, name)))), body), note),
    async refresh() {
      try {
        const rows = await read();
        body.replaceChildren(...rows.map(cells => el("tr", {}, ...cells.map(text => el("td", {}, text)))));
        note.hidden = rows.length > 0;
      } catch (problem) {
        setText(note, problem.message);
        note.hidden = false;
      }
    },
  };
}
