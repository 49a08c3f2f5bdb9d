// Short messages at the edge of the page: what was refused, and why.
import { byId, el } from "./dom.js";

const SHOWN_MS = 6000;

export function toast(text, kind = "bad") {
  const node = el("div", { class: `toast ${kind}` }, text);
  byId("toasts").append(node);
  setTimeout(() => node.remove(), SHOWN_MS);
}

/** Runs something that may be refused, and says so where it is. */
export async function trying(work) {
  try {
    return await work();
  } catch (problem) {
    toast(problem.message);
    return undefined;
  }
}
