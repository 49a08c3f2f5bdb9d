// The traffic log: one line a PDU, its value decoded; what is wrong is red and says what would be right.
import { clockText, el } from "./dom.js";

const MOST_LINES = 1000;
const ARROWS = { in: "→", out: "←", link: "•" };
const DIRECTIONS = { in: "from the client", out: "to the client", link: "the link" };
// The plumbing of the protocol: discovery, and answers that say nothing but "done".
const PLUMBING = /^(Find|Read By|Write Response|Exchange|Handle Value Confirmation)/;

export function createTraffic() {
  const list = el("ol", { class: "traffic" });
  const empty = el("p", { class: "empty" }, "No client has connected yet. Everything that an app sends and gets shows up here, decoded.");
  const plumbing = el("input", { type: "checkbox", onchange: () => list.classList.toggle("all", plumbing.checked) });
  const wrongOnly = el("input", { type: "checkbox", onchange: () => list.classList.toggle("wrong-only", wrongOnly.checked) });
  const add = entries => {
    list.prepend(...entries.map(line).reverse());
    while (list.childElementCount > MOST_LINES) {
      list.lastElementChild.remove();
    }
    empty.hidden = list.childElementCount > 0;
  };
  return {
    id: "traffic", title: "Traffic", add,
    node: el("div", {},
      el("div", { class: "filters" },
        el("label", { class: "check" }, plumbing, "discovery and acknowledgements"),
        el("label", { class: "check" }, wrongOnly, "only what is wrong")),
      empty, list),
    reset(entries) {
      list.replaceChildren();
      add(entries);
    },
  };
}

function line(entry) {
  const classes = [entry.direction, entry.problems.length > 0 ? "wrong" : "", PLUMBING.test(entry.operation) ? "plumbing" : ""].join(" ");
  const head = [
    el("time", {}, clockText(entry.seconds)),
    el("span", { class: "arrow", title: DIRECTIONS[entry.direction] }, ARROWS[entry.direction]),
    el("span", { class: "operation" }, entry.operation.replace(/^Handle Value /, "")),
    el("span", { class: "attribute" }, entry.attribute),
    el("code", { class: "hex" }, entry.hex),
    el("span", { class: "summary" }, entry.summary),
    ...entry.problems.map(problem => el("strong", { class: "problem" }, problem)),
  ];
  return entry.fields.length === 0
    ? el("li", { class: classes }, el("div", { class: "head" }, ...head))
    : el("li", { class: classes }, el("details", {}, el("summary", { class: "head" }, ...head), fieldTable(entry.fields)));
}

const fieldTable = fields => el("table", { class: "fields" }, el("tbody", {}, ...fields.map(field => el("tr", {
  class: field.meaning.startsWith("wrong") ? "wrong" : "",
}, el("td", {}, String(field.offsetBytes)), el("td", {}, field.name), el("td", {}, el("code", {}, field.hex)), el("td", {}, field.meaning)))));
