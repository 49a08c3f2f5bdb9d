// The holder, drawn: stick, heater blade, button, four lights, vibration, charger. Stick and button can be touched.
import { act } from "./api.js";
import { svg } from "./dom.js";
import { trying } from "./toast.js";

const FULL_LIGHT = 1000;
const HOT_CELSIUS = 350;
const COLD_CELSIUS = 40;

export function createDrawing(place) {
  let state = null;
  const stick = svg("g", { class: "part stick" },
    svg("rect", { x: 84, y: 8, width: 32, height: 104, rx: 4, class: "stick-paper" }),
    svg("rect", { x: 84, y: 8, width: 32, height: 34, rx: 4, class: "stick-filter" }),
    svg("line", { x1: 84, y1: 46, x2: 116, y2: 46, class: "stick-ring" }));
  const vapour = svg("g", { class: "vapour" },
    ...[-14, 0, 14].map(x => svg("path", { d: `M${100 + x} 2 q-6 -9 0 -17 q6 -8 0 -16` })));
  const blade = svg("rect", { x: 96, y: 74, width: 8, height: 62, rx: 4, class: "blade" });
  const lights = [236, 258, 280].map(y => light(y, "white"));
  const bottomWhite = light(302, "white");
  const bottomRed = light(302, "red");
  const button = svg("g", { class: "part button", role: "button", tabindex: 0, "aria-label": "Button of the holder: press and hold" },
    svg("circle", { cx: 100, cy: 188, r: 19, class: "button-rim" }), svg("circle", { cx: 100, cy: 188, r: 14, class: "button-face" }));
  const stickTarget = svg("rect", {
    x: 70, y: 0, width: 60, height: 70, class: "target", role: "button", tabindex: 0, "aria-label": "Stick: insert or remove",
  });
  const waves = svg("g", { class: "waves" },
    ...[[48, 1], [38, 1], [152, -1], [162, -1]].map(([x, side]) => svg("path", { d: `M${x} 190 q${-8 * side} 22 0 44` })));
  const dock = svg("g", { class: "dock" },
    svg("path", { d: "M48 262 v54 a16 16 0 0 0 16 16 h72 a16 16 0 0 0 16 -16 v-54", class: "dock-shell" }),
    svg("text", { x: 100, y: 354, class: "dock-text" }, "charger"));
  const cable = svg("g", { class: "cable" },
    svg("path", { d: "M152 316 h22 v44 h14", class: "cable-line" }), svg("rect", { x: 184, y: 352, width: 18, height: 16, rx: 3, class: "cable-plug" }));
  const body = svg("g", { class: "body" }, vapour, stick,
    svg("rect", { x: 66, y: 62, width: 68, height: 258, rx: 30, class: "shell" }),
    svg("rect", { x: 84, y: 62, width: 32, height: 82, rx: 6, class: "window" }),
    svg("g", { class: "stick-inside" }, svg("rect", { x: 86, y: 62, width: 28, height: 78, rx: 4 })),
    blade, button, ...lights.map(each => each.node), bottomWhite.node, bottomRed.node, stickTarget);
  const picture = svg("svg", { viewBox: "20 -36 190 406", class: "holder", role: "group", "aria-label": "The holder" }, waves, cable, body, dock);
  place.append(picture);

  hold(button, "pressButton", "releaseButton");
  press(stickTarget, () => state && trying(() => act(state.stickPresent ? "removeStick" : "insertStick")));

  return {
    setUnit: unit => dock.classList.toggle("absent", !unit.hasDock),
    show(next) {
      state = next;
      [...lights, bottomWhite, bottomRed].forEach((each, index) => each.set(next.lightsPermille[index] ?? 0));
      picture.classList.toggle("with-stick", next.stickPresent);
      picture.classList.toggle("docked", next.docked);
      picture.classList.toggle("plugged", next.usbPower);
      picture.classList.toggle("vibrating", next.vibrationPermille > 0);
      picture.classList.toggle("puffing", next.puffing);
      picture.classList.toggle("pressed", next.buttonHeld);
      const heat = Math.min(1, Math.max(0, (next.heaterCelsius - COLD_CELSIUS) / (HOT_CELSIUS - COLD_CELSIUS)));
      blade.style.fill = `color-mix(in oklab, var(--blade-hot) ${(heat * 100).toFixed(0)}%, var(--blade-cold))`;
      blade.style.filter = heat > 0.2 ? `drop-shadow(0 0 ${(heat * 7).toFixed(1)}px var(--blade-hot))` : "";
    },
  };
}

function light(y, color) {
  const glow = svg("circle", { cx: 100, cy: y, r: 6, class: `light ${color}` });
  const node = svg("g", {}, color === "white" ? svg("circle", { cx: 100, cy: y, r: 6, class: "light-off" }) : null, glow);
  return {
    node,
    // The eye takes a tenth of the power for a third of the brightness.
    set: permille => glow.style.opacity = Math.sqrt(permille / FULL_LIGHT).toFixed(2),
  };
}

/** Down while it is held, by pointer or key, as a finger does. */
function hold(node, down, up) {
  let held = false;
  const begin = event => {
    event.preventDefault();
    if (!held) {
      held = true;
      trying(() => act(down));
    }
  };
  const end = () => {
    if (held) {
      held = false;
      trying(() => act(up));
    }
  };
  node.addEventListener("pointerdown", begin);
  for (const name of ["pointerup", "pointercancel"]) {
    addEventListener(name, end);
  }
  node.addEventListener("keydown", event => (event.key === "Enter" || event.key === " ") && begin(event));
  node.addEventListener("keyup", end);
  node.addEventListener("blur", end);
}

function press(node, work) {
  node.addEventListener("click", work);
  node.addEventListener("keydown", event => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      work();
    }
  });
}
