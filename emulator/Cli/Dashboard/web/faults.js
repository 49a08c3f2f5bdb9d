// The catalogue of faults: what can be broken, how badly, and what is broken now. Shown where the emulator has one.
import { act, look } from "./api.js";
import { el } from "./dom.js";
import { trying } from "./toast.js";

export function createFaults(change) {
  const active = el("div", { class: "active-faults" });
  const filter = el("input", { type: "search", placeholder: "Find a fault", "aria-label": "Find a fault", oninput: () => narrow() });
  const list = el("ul", { class: "faults" });
  const clearAll = el("button", { type: "button", onclick: () => clear() }, "Put everything right");
  let entries = [];

  const showActive = names => {
    active.replaceChildren(...(names.length === 0
      ? [el("span", { class: "soft" }, "Nothing is broken.")]
      : [el("span", {}, "Broken now:"), ...names.map(name => el("strong", { class: "problem" }, name)), clearAll]));
    entries.forEach(entry => entry.node.classList.toggle("broken", names.includes(entry.fault.name)));
    change(names);
  };
  const inject = (fault, amount) => trying(async () =>
    showActive((await act("injectFault", { name: fault.name, ...(amount === undefined ? {} : { amount }) })).active));
  const clear = () => trying(async () => showActive((await act("clearFaults")).active));
  const narrow = () => {
    const wanted = filter.value.toLowerCase();
    entries.forEach(({ node, fault }) => { node.hidden = !`${fault.name} ${fault.summary}`.toLowerCase().includes(wanted); });
  };
  const entry = fault => {
    const amount = fault.amount && el("input", {
      type: "number", value: fault.amount.default, min: fault.amount.minimum, max: fault.amount.maximum, step: "any",
      "aria-label": `${fault.name}: ${fault.amount.meaning} ${fault.amount.unit}`, title: fault.amount.meaning,
    });
    const node = el("li", { "data-fault": fault.name },
      el("div", {}, el("strong", {}, fault.name), el("p", { class: "soft" }, fault.summary)),
      amount && el("label", { class: "number" }, amount, el("span", { class: "unit-text" }, fault.amount.unit)),
      el("button", { type: "button", onclick: () => inject(fault, amount ? Number(amount.value) : undefined) }, "Inject"));
    return { node, fault };
  };

  return {
    id: "faults", title: "Faults",
    node: el("div", {}, el("div", { class: "filters" }, filter, active), list),
    async refresh() {
      await trying(async () => {
        const { catalogue, active: names } = await look("listFaults").catch(() => act("listFaults"));
        if (entries.length === 0) {
          entries = catalogue.map(entry);
          list.replaceChildren(...entries.map(each => each.node));
        }
        showActive(names);
      });
    },
  };
}
