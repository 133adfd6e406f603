/** A ranking as an SVG: a line from the least to the most, a small dot a round, a large one for the median. */

import { type CustomSeriesRenderItem, type EChartsOption, init } from "echarts";
import { type Standing, timesText } from "../standing.ts";
import { colourOf } from "./colours.ts";
import type { Ranking } from "./ranking.ts";

const plotWidth = 360;
const rowHeight = 26;
const [topMargin, bottomMargin] = [6, 26];

/** About so wide is a character of a name and of a figure, in pixels; text in an SVG is not measured where there is no screen. */
const characterWidth = 7.2;

/** Figures further apart than this are drawn on a logarithmic scale. */
const logarithmicFrom = 30;

export interface Plot {
  readonly svg: string;
  readonly isLogarithmic: boolean;
}

/** `label` says in words what it shows. */
export function plotOf({ metric, standings }: Ranking, label: string): Plot {
  const [least, most] = [Math.min(...standings.map((one) => one.least)), Math.max(...standings.map((one) => one.most))];
  const isLogarithmic = least > 0 && most / least > logarithmicFrom;
  const figures = standings.map((standing) => figureText(standing, metric.decimals));
  const names = standings.map(({ contestant }) => contestant);
  const margin = {
    top: topMargin,
    right: 18 + widest(figures),
    bottom: bottomMargin,
    left: 14 + widest(names),
  };
  const height = topMargin + standings.length * rowHeight + bottomMargin;
  const chart = init(null, null, { renderer: "svg", ssr: true, width: plotWidth, height });
  // Wide enough for all rounds; a custom series does not stretch its axis.
  const scale = isLogarithmic
    ? { type: "log" as const, min: least / 1.3, max: most * 1.3 }
    : { type: "value" as const, min: 0, max: most * 1.05 };
  const muted = { color: "var(--ink-3)", fontFamily: "var(--ui)", fontSize: 11 };
  const option: EChartsOption = {
    animation: false,
    grid: margin,
    yAxis: {
      type: "category",
      inverse: true,
      data: names,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        fontFamily: "var(--ui)",
        fontSize: 12,
        color: (name) => (name === "Samepage" ? "var(--ink)" : "var(--ink-2)"),
        formatter: (name: string) => (name === "Samepage" ? `{own|${name}}` : name),
        rich: { own: { fontFamily: "var(--ui)", fontSize: 12, fontWeight: 700, color: "var(--ink)" } },
      },
    },
    xAxis: {
      ...scale,
      splitNumber: 3,
      axisLabel: { ...muted, hideOverlap: true, showMinLabel: !isLogarithmic, showMaxLabel: false, formatter: short },
      splitLine: { lineStyle: { color: "var(--line)" } },
      axisLine: { show: false },
    },
    series: [
      {
        type: "custom",
        silent: true,
        data: standings.map((_, index) => index),
        renderItem: rowRenderer(standings, figures, plotWidth - margin.right + 12),
      },
    ],
  };
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return { svg: labelled(svg, label, height), isLogarithmic };
}

function figureText({ median, ratio, isDriverLimited }: Standing, decimals: number): string {
  return [readable(median, decimals), ratio === null ? "" : timesText(ratio), isDriverLimited ? "▲" : ""].join("  ");
}

function widest(texts: readonly string[]): number {
  return Math.ceil(Math.max(...texts.map((text) => text.trimEnd().length)) * characterWidth);
}

/** `figures`: the text of each row, which begins at `textX`. */
function rowRenderer(
  standings: readonly Standing[],
  figures: readonly string[],
  textX: number,
): CustomSeriesRenderItem {
  return (_, api) => {
    const row = Number(api.value(0));
    const standing = standings[row];
    if (standing === undefined) return null;
    const at = (figure: number): readonly [number, number] => {
      const [x = 0, y = 0] = api.coord([figure, row]);
      return [x, y];
    };
    const [[x, y], [from], [to]] = [at(standing.median), at(standing.least), at(standing.most)];
    const colour = colourOf(standing.contestant);
    return {
      type: "group",
      children: [
        {
          type: "line",
          shape: { x1: from, y1: y, x2: to, y2: y },
          style: { stroke: colour, lineWidth: 2, opacity: 0.75 },
        },
        ...standing.figures.map((figure) => ({
          type: "circle" as const,
          shape: { cx: at(figure)[0], cy: y, r: 2.5 },
          style: { fill: colour, opacity: 0.6 },
        })),
        {
          type: "circle",
          shape: { cx: x, cy: y, r: 5 },
          // A bound is hollow: nobody keeps documents in it.
          style: { fill: standing.keepsText ? colour : "var(--paper)", stroke: colour, lineWidth: 2 },
        },
        {
          type: "text",
          x: textX,
          y,
          style: {
            text: figures[row] ?? "",
            fill: "var(--ink-2)",
            fontFamily: "var(--ui)",
            fontSize: 11.5,
            verticalAlign: "middle",
          },
        },
      ],
    };
  };
}

/** Made for a reader of screens, and to scale with its place. */
function labelled(svg: string, label: string, height: number): string {
  const open = `<svg role="img" aria-label="${label}" viewBox="0 0 ${plotWidth} ${height}" xmlns="http://www.w3.org/2000/svg">`;
  return svg.replace(/^<svg[^>]*>/, open);
}

/** What is large needs no decimals, and has no room for them. */
function readable(value: number, decimals: number): string {
  return value.toFixed(Math.min(decimals, value >= 100 ? 0 : value >= 10 ? 1 : decimals));
}

function short(value: number): string {
  if (value >= 1_000) return `${Number((value / 1_000).toPrecision(3))}k`;
  return String(Number(value.toPrecision(3)));
}
