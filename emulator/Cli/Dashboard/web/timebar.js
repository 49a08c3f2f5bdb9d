// Virtual time: the clock, how fast it goes, and the way to stop it.
import { act } from "./api.js";
import { byId, clockText, el, setText } from "./dom.js";
import { trying } from "./toast.js";

const SPEEDS = [1, 5, 20, 100, "max"];

export function createTimeBar() {
  let paused = false;
  const clock = byId("clock");
  const pause = byId("pause");
  const link = byId("link");
  const buttons = SPEEDS.map(speed => el("button", {
    type: "button", role: "radio", "aria-checked": "false", "data-speed": speed, onclick: () => setSpeed(speed),
    title: speed === "max" ? "As fast as this machine can" : `${speed} times real time`,
  }, speed === "max" ? "max" : `${speed}×`));
  byId("speeds").append(...buttons);
  const togglePause = () => trying(() => act(paused ? "resume" : "pause"));
  const step = () => trying(() => act("step"));
  const setSpeed = speed => trying(() => act("setSpeed", { speed }));
  pause.addEventListener("click", togglePause);
  byId("step").addEventListener("click", step);

  return {
    togglePause,
    step,
    setSpeedAt: index => setSpeed(SPEEDS[index]),
    speeds: SPEEDS,
    show(message) {
      paused = message.paused;
      setText(clock, clockText(message.state.seconds));
      document.body.classList.toggle("paused", paused);
      setText(pause, paused ? "Resume" : "Pause");
      pause.setAttribute("aria-pressed", String(paused));
      for (const button of buttons) {
        button.setAttribute("aria-checked", String(button.dataset.speed === String(message.speed)));
      }
      link.dataset.state = message.state.connected ? "on" : "off";
      setText(link.querySelector(".pill-text"), message.state.connected ? "client connected" : "no client");
    },
  };
}
