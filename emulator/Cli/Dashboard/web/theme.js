// Light or dark: what the system says, until somebody chooses.
import { byId } from "./dom.js";

const KEY = "iqos-theme";

export function createTheme(changed) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const chosen = localStorage.getItem(KEY);
    document.documentElement.dataset.theme = chosen ?? (system.matches ? "dark" : "light");
    changed();
  };
  byId("theme").addEventListener("click", () => {
    localStorage.setItem(KEY, document.documentElement.dataset.theme === "dark" ? "light" : "dark");
    apply();
  });
  system.addEventListener("change", apply);
  apply();
}
