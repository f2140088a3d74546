import { axisTo, type BarGroup, type BarsChart, type LegendEntry } from '../../core/chart.ts';
import { scoreRows, settingOf } from '../../core/compare/score-rows.ts';
import { scoreKey } from '../../core/scores.ts';
import type { Score } from '../../schema/benchmark.ts';
import { claimViews } from '../claims.ts';
import { compareModel, GUIDE_MODELS } from '../compare.ts';
import { load, need } from '../load.ts';
import { scoreCell } from '../model-page.ts';
import { modelRowsById } from '../model-rows.ts';
import { once } from '../once.ts';
import { sourceViews } from '../source-view.ts';
import { claimCell, verdictOf, type ChartTable } from './chart-table.ts';

type Href = (path: string) => string;

const CODE_TEST =
  /HumanEval|MBPP|BigCodeBench|LiveCodeBench|MultiPL-E|Aider|SWE-bench|EvalPlus|USACO|McEval|DS-1000|SWT-bench|Commit0|SciCode/i;
const isCode = (name: string) => CODE_TEST.test(name);

/** What the guide prints of code scores: key of its column, and the test it means. */
const CLAIMED = { humaneval: 'HumanEval', mbpp: 'MBPP', livecodebench: 'LiveCodeBench' };

const LEGEND: LegendEntry[] = [
  { swatch: 'public', label: '公开数据，颜色是开发者' },
  { swatch: 'claim', label: '指南原值' },
];

/** Code scores of the guide's three models: first what may be compared, one setting a group, then what the guide prints. */
export async function guideScores(href: Href): Promise<{ chart: BarsChart; table: ChartTable }> {
  const [models, claims] = await Promise.all([
    Promise.all(GUIDE_MODELS.map((id) => compareModel(id, href))),
    claimViews(href),
  ]);
  const shared = scoreRows(models.map(({ scores }) => scores)).shared.filter(({ label }) => isCode(label));
  const groups: BarGroup[] = shared.map(({ label, note, cells, scale }, index) => ({
    key: `test-${index}`,
    title: label,
    ...(note === undefined ? {} : { note }),
    lines: models.flatMap(({ id, name, color }, place) => {
      const value = scale.values[place];
      const text = cells[place]?.[0]?.text;
      if (value == null || text === undefined) return [];
      const shape = { type: 'bar', value } as const;
      return [
        { kind: 'public', label: name, value: text, color, shape, ref: { row: `test-${index}`, column: id } },
      ];
    }),
  }));
  const rows: ChartTable['rows'] = shared.map(({ label, note, cells }, index) => ({
    id: `test-${index}`,
    name: label,
    cells: {
      setting: { text: note ?? '' },
      ...Object.fromEntries(models.map(({ id }, place) => [id, cells[place]?.[0] ?? null])),
    },
    sortKeys: {},
  }));
  for (const [column, test] of Object.entries(CLAIMED)) {
    const found = models.flatMap(({ id, name }) => {
      const claim = claims.ofModel('coding', column, id);
      return claim?.low === undefined ? [] : [{ id, name, claim, value: claim.low }];
    });
    const key = `claim-${column}`;
    groups.push({
      key,
      title: `${test}，指南原值`,
      note: '指南没有写题集、设置和测量方，不与上面的成绩比',
      lines: found.map(({ id, name, claim, value }) => ({
        kind: 'claim',
        label: name,
        value: claim.text,
        verdict: verdictOf(claim),
        shape: { type: 'bar', value },
        ref: { row: key, column: id },
      })),
    });
    rows.push({
      id: key,
      name: `${test}，指南原值`,
      cells: {
        setting: { text: '没有写' },
        ...Object.fromEntries(found.map(({ id, claim }) => [id, claimCell(claim)])),
      },
      sortKeys: {},
    });
  }
  const columns = models.map(({ id, name }) => ({ key: id, label: name, note: '%', numeric: true }));
  return {
    chart: { legend: LEGEND, pictures: groups.map(ofPercent) },
    table: {
      rowHead: '评测',
      columns: [...columns, { key: 'setting', label: '设置；谁测的', numeric: false }],
      rows,
    },
  };
}

/** Each test has a picture of its own: what stands in two of them is not compared. */
const ofPercent = (group: BarGroup) => ({ ...group, axis: axisTo(100, '%') });

interface FieldEntry {
  id: string;
  score: Score;
}

/** Scores that stand in a field: of code tests, in percent, and fit to be ranked. */
const standsInField = ({ benchmark, unranked, unit }: Score) =>
  isCode(benchmark) && unranked === undefined && unit === '%';

/** Fields of scores that may be compared, by their key: of each model the highest, should it have run the test twice. */
const fields = once(async () => {
  const found = new Map<string, Map<string, FieldEntry>>();
  for (const [id, { scores }] of await load('benchmarks')) {
    for (const score of scores) {
      if (!standsInField(score)) continue;
      const field = found.get(scoreKey(score)) ?? new Map<string, FieldEntry>();
      const before = field.get(id);
      if (!before || before.score.value < score.value) field.set(id, { id, score });
      found.set(scoreKey(score), field);
    }
  }
  return new Map([...found].map(([key, field]) => [key, [...field.values()]]));
});

/** Fewer others than this are no field to stand in. */
const FIELD = 3;
const MOST_TESTS = 5;

/**
 * Code scores of one model against the highest known in the same setting, and ticks for all others; null where it has none with enough
 * others. Independent measurements first, then the larger fields.
 */
export async function modelScores(
  id: string,
  href: Href,
): Promise<{ chart: BarsChart; table: ChartTable } | null> {
  const [all, rows, models, source] = await Promise.all([
    fields(),
    modelRowsById(href),
    load('models'),
    sourceViews(),
  ]);
  const tests = [...all.values()]
    .flatMap((entries) => {
      const own = entries.find((entry) => entry.id === id);
      const others = entries.filter((entry) => entry !== own);
      return own && others.length >= FIELD ? [{ score: own.score, others }] : [];
    })
    .sort(
      (a, b) =>
        Number(isIndependent(b.score)) - Number(isIndependent(a.score)) || b.others.length - a.others.length,
    )
    .slice(0, MOST_TESTS);
  if (tests.length === 0) return null;
  const nameOf = (other: string) => need(models, other, 'models').shortName;
  const color = (of: string) => {
    const found = rows.get(of)?.dot.color;
    return found === undefined ? {} : { color: found };
  };

  const drawn = tests.map(({ score, others }, index) => {
    const row = `test-${index}`;
    const best = others.reduce((most, entry) => (entry.score.value > most.score.value ? entry : most));
    const names = others
      .filter((entry) => entry.score.value === best.score.value)
      .map((entry) => nameOf(entry.id))
      .join('、');
    const rank = 1 + others.filter((entry) => entry.score.value > score.value).length;
    const place = `${others.length + 1} 个里第 ${rank}`;
    const text = (value: number) => `${value}%`;
    const group: BarGroup = {
      key: row,
      title: score.benchmark,
      note: settingOf(score),
      lines: [
        {
          kind: 'public',
          label: nameOf(id),
          value: `${text(score.value)}，${place}`,
          ...color(id),
          shape: { type: 'bar', value: score.value },
          others: others.filter((entry) => entry !== best).map((entry) => entry.score.value),
          ref: { row, column: 'own' },
        },
        {
          kind: 'public',
          label: `${rank === 1 ? '别的模型里最高' : '最高'}：${names}`,
          value: text(best.score.value),
          ...color(best.id),
          shape: { type: 'bar', value: best.score.value },
          ref: { row, column: 'best' },
        },
      ],
    };
    return {
      group,
      row: {
        id: row,
        name: score.benchmark,
        cells: {
          own: scoreCell(score, source),
          place: { text: place },
          best: scoreCell(best.score, source),
          who:
            names === nameOf(best.id) ? { text: names, href: href(`/models/${best.id}/`) } : { text: names },
          setting: { text: settingOf(score) },
        },
        sortKeys: {},
      },
    };
  });
  return {
    chart: {
      pictures: drawn.map(({ group }) => ofPercent(group)),
      legend: [
        { swatch: 'public', label: '公开数据，颜色是开发者' },
        { swatch: 'others', label: '同样设置下别的模型' },
      ],
    },
    table: {
      rowHead: '评测',
      columns: [
        { key: 'own', label: nameOf(id), note: '%', numeric: true },
        { key: 'place', label: '同样设置下', numeric: false },
        { key: 'best', label: '别的模型里最高', note: '%', numeric: true },
        { key: 'who', label: '最高的是', numeric: false },
        { key: 'setting', label: '设置；谁测的', numeric: false },
      ],
      rows: drawn.map(({ row }) => row),
    },
  };
}

const isIndependent = ({ measuredBy }: Score) => measuredBy.kind === 'independent';
