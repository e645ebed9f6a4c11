/** A chart of the report in the reader's language, as the chart component takes it. */
import type { ChartData } from "~/components/chart-data";
import type { Language } from "~/domain/language";
import { type DocChart, hasCategories } from "~/domain/report/document/report-document";

export function chartIn(chart: DocChart, language: Language): ChartData {
  if (!hasCategories(chart))
    return {
      kind: chart.kind,
      categoryAxis: chart.categoryAxis[language],
      categoryUnit: chart.categoryUnit,
      valueAxis: chart.valueAxis[language],
      unit: chart.unit,
      series: chart.series.map(({ label, role, points }) => ({
        label: label[language],
        role,
        points: points.map(({ x, y, label: name }) => ({ x, y, ...(name && { label: name[language] }) })),
      })),
    };
  return {
    kind: chart.kind,
    horizontal: chart.horizontal,
    categoryAxis: chart.categoryAxis[language],
    categories: chart.categories.map((name) => name[language]),
    valueAxis: chart.valueAxis[language],
    unit: chart.unit,
    series: chart.series.map(({ label, role, values, intervals }) => ({
      label: label[language],
      ...{ role, values, intervals },
    })),
  };
}
