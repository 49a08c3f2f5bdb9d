// Two charts over one time axis: what the heater does, and what it costs the cell.
import uPlot from "./vendor/uplot/uPlot.esm.js";
import { byId, clockText, el, setText } from "./dom.js";

// An hour at ten samples a second; the oldest go first.
const MOST_SAMPLES = 36000;
const SPANS = [["1 min", 60], ["5 min", 300], ["10 min", 600], ["all", Infinity]];
const USUAL_SPAN = 300;

// Where the run has jumped so far that its trace has forgotten the time between, a curve has a gap.
const GAP_SECONDS = 30;

// Columns of a sample as the feed sends it.
const TIME = 0, PUFF = 7;

// The first are painted first: power, which is the most restless, lies behind the temperatures.
const CURVES = [
  { column: 4, name: "power", unit: "W", digits: 2, color: "--curve-power", chart: "heat", scale: "w", width: 1 },
  { column: 1, name: "heater", unit: "°C", digits: 1, color: "--curve-heater", chart: "heat", scale: "c", width: 2 },
  { column: 2, name: "stick", unit: "°C", digits: 1, color: "--curve-stick", chart: "heat", scale: "c", width: 1.5 },
  { column: 3, name: "set point", unit: "°C", digits: 0, color: "--curve-setpoint", chart: "heat", scale: "c", width: 1.5, dash: [5, 4] },
  { column: 5, name: "cell", unit: "V", digits: 3, color: "--curve-volts", chart: "cell", scale: "v", width: 1.5 },
  { column: 6, name: "charge", unit: "%", digits: 1, color: "--curve-charge", chart: "cell", scale: "p", width: 1.5 },
];

export function createCharts() {
  const columns = Array.from({ length: PUFF + 1 }, () => []);
  const shown = new Set(CURVES.map(curve => curve.column));
  let span = USUAL_SPAN;
  let plots = [];
  let isDrawn = false;
  let cursorIndex = null;
  let viewStart = 0;

  const values = buildLegend();
  buildSpans();
  new ResizeObserver(() => plots.forEach(plot => plot.setSize(sizeOf(plot)))).observe(byId("chart-heat"));

  function buildLegend() {
    const byColumn = [...CURVES].sort((a, b) => a.column - b.column);
    return new Map(byColumn.map(curve => {
      const value = el("span", { class: "legend-value" }, "–");
      const button = el("button", {
        type: "button", class: "legend-entry", "aria-pressed": "true", "data-curve": curve.name, title: `Show or hide ${curve.name}`,
        onclick: () => {
          shown.has(curve.column) ? shown.delete(curve.column) : shown.add(curve.column);
          button.setAttribute("aria-pressed", String(shown.has(curve.column)));
          repaint();
        },
      }, el("span", { class: `swatch swatch-${curve.column}` }), curve.name, value);
      byId("legend").append(button);
      return [curve.column, value];
    }));
  }

  function buildSpans() {
    const buttons = SPANS.map(([name, seconds]) => el("button", {
      type: "button", role: "radio", "aria-checked": String(seconds === span), onclick: () => {
        span = seconds;
        buttons.forEach(other => other.setAttribute("aria-checked", String(other === buttons[SPANS.findIndex(entry => entry[1] === span)])));
        draw();
      },
    }, name));
    byId("spans").append(...buttons);
  }

  /** Rebuilds both charts: colours are fixed when a chart is made. */
  function repaint() {
    plots.forEach(plot => plot.destroy());
    plots = ["heat", "cell"].map(name => createPlot(name));
    draw();
  }

  function createPlot(name) {
    const style = getComputedStyle(document.documentElement);
    const color = variable => style.getPropertyValue(variable).trim();
    const curves = CURVES.filter(curve => curve.chart === name && shown.has(curve.column));
    const axis = (scale, label, side, options = {}) => ({
      scale, label, side, stroke: color("--soft"), labelSize: 18, size: 48, font: "11px system-ui", labelFont: "11px system-ui",
      grid: { show: side === 3, stroke: color("--grid"), width: 1 }, ticks: { show: false }, ...options,
    });
    const isHeat = name === "heat";
    return new uPlot({
      ...sizeOf({ root: byId(`chart-${name}`), name }),
      legend: { show: false },
      cursor: { sync: { key: "bench" }, points: { size: 6 }, drag: { x: false, y: false } },
      scales: {
        x: { time: false },
        c: { range: (_, low, high) => [0, Math.max(400, high ?? 0)] },
        w: { range: (_, low, high) => [0, Math.max(16, high ?? 0)] },
        v: { range: (_, low, high) => [Math.min(3, low ?? 3), Math.max(4.3, high ?? 0)] },
        p: { range: () => [0, 100] },
      },
      axes: [
        {
          stroke: color("--soft"), font: "11px system-ui", size: isHeat ? 6 : 28, grid: { stroke: color("--grid"), width: 1 }, ticks: { show: false },
          values: (_, splits) => splits.map(seconds => isHeat ? "" : minuteText(seconds)), space: 70,
        },
        isHeat ? axis("c", "temperature, °C", 3) : axis("v", "cell, V", 3),
        isHeat ? axis("w", "power, W", 1) : axis("p", "charge, %", 1),
      ],
      series: [{}, ...curves.map(curve => ({
        label: curve.name, scale: curve.scale, stroke: color(curve.color), width: curve.width, dash: curve.dash, points: { show: false },
        fill: curve.name === "power" ? color("--curve-power-fill") : undefined,
      }))],
      hooks: {
        drawClear: [plot => paintPuffs(plot, color("--puff"))],
        setCursor: [plot => {
          cursorIndex = plot.cursor.idx ?? null;
          showValues();
        }],
      },
    }, [[], ...curves.map(() => [])], byId(`chart-${name}`));
  }

  /** A band behind the curves wherever a puff was going on. */
  function paintPuffs(plot, color) {
    const times = plot.data[0];
    const context = plot.ctx;
    context.save();
    context.fillStyle = color;
    let from = null;
    for (let index = 0; index <= times.length; index++) {
      const puffing = index < times.length && columns[PUFF][viewStart + index] === 1;
      if (puffing && from === null) {
        from = times[index];
      } else if (!puffing && from !== null) {
        const left = plot.valToPos(from, "x", true);
        const right = plot.valToPos(times[Math.min(index, times.length - 1)], "x", true);
        context.fillRect(left, plot.bbox.top, Math.max(right - left, 1), plot.bbox.height);
        from = null;
      }
    }
    context.restore();
  }

  function append(samples) {
    for (const sample of samples) {
      const last = columns[TIME].at(-1);
      if (last !== undefined && sample[TIME] <= last) {
        continue;
      }
      if (last !== undefined && sample[TIME] - last > GAP_SECONDS) {
        columns.forEach((column, index) => column.push(index === TIME ? sample[TIME] - GAP_SECONDS / 2 : null));
      }
      sample.forEach((value, column) => columns[column].push(value));
    }
    const excess = columns[TIME].length - MOST_SAMPLES;
    if (excess > 0) {
      columns.forEach(column => column.splice(0, excess));
    }
  }

  function draw() {
    if (!isDrawn && plots.length > 0) {
      isDrawn = true;
      requestAnimationFrame(drawNow);
    }
  }

  function drawNow() {
    isDrawn = false;
    const times = columns[TIME];
    const end = times.at(-1) ?? 0;
    viewStart = firstFrom(times, end - span);
    tell(times);
    const length = Math.min(span, Math.max(end - (times[0] ?? 0), 10));
    for (const [index, plot] of plots.entries()) {
      const curves = CURVES.filter(curve => curve.chart === (index === 0 ? "heat" : "cell") && shown.has(curve.column));
      plot.setData([times.slice(viewStart), ...curves.map(curve => columns[curve.column].slice(viewStart))], false);
      plot.setScale("x", { min: Math.max(0, end - length), max: Math.max(end, 10) });
    }
    showValues();
  }

  /** What is kept, for whoever cannot see a canvas. */
  function tell(times) {
    const chart = byId("chart-heat");
    chart.dataset.samples = times.length;
    chart.dataset.gaps = columns[PUFF].reduce((gaps, value) => gaps + (value === null ? 1 : 0), 0);
    chart.setAttribute("aria-label", `Curves over ${clockText((times.at(-1) ?? 0) - (times[0] ?? 0))}`);
  }

  function showValues() {
    const index = cursorIndex === null ? columns[TIME].length - 1 : viewStart + cursorIndex;
    for (const curve of CURVES) {
      const value = columns[curve.column][index];
      setText(values.get(curve.column), value === undefined || value === null ? "–" : `${value.toFixed(curve.digits)} ${curve.unit}`);
    }
    setText(byId("cursor-text"), cursorIndex === null || index < 0 ? "" : `at ${clockText(columns[TIME][index])}`);
  }

  return {
    reset(samples) {
      columns.forEach(column => column.length = 0);
      append(samples);
      draw();
    },
    add(samples) {
      append(samples);
      if (samples.length > 0 && !document.hidden) {
        draw();
      }
    },
    repaint,
  };
}

function sizeOf(plot) {
  const isHeat = plot.name ? plot.name === "heat" : plot.root.parentElement.id === "chart-heat";
  const width = byId("chart-heat").clientWidth;
  return { width, height: isHeat ? Math.max(220, Math.min(360, width * 0.42)) : 150 };
}

function firstFrom(times, from) {
  let low = 0, high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    times[middle] < from ? low = middle + 1 : high = middle;
  }
  return low;
}

const minuteText = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
