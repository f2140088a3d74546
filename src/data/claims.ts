import { modelFacts } from '../core/bounds.ts';
import { estimateClaim } from '../core/estimate/claim-estimate.ts';
import { judgeClaim } from '../core/judge.ts';
import { gravest, type Mark } from '../core/verdict.ts';
import type { ClaimCell, ClaimTable, Verdict } from '../schema/claim.ts';
import type { Erratum } from '../schema/erratum.ts';
import type { RecordOf } from '../schema/collections.ts';
import { tableMachine } from './estimates.ts';
import { estimator } from './estimator.ts';
import { load, need } from './load.ts';
import { onceFor } from './once.ts';
import { sourceViews, type SourceView } from './source-view.ts';

/** A figure of the original as a page shows it: printed text, mark, arithmetic, checks. */
export interface ClaimView {
  text: string;
  /** The lower end of the figure, for sorting; absent for words. */
  low?: number;
  mark: Mark;
  place: string;
  arithmetic?: string;
  /** What the estimator says, with the figure beside it. */
  estimate?: string;
  /** The mark rests on the estimate alone: no check of a person says as much. */
  byEstimate?: true;
  checks: {
    id: string;
    href: string;
    verdict: Verdict;
    checked: string;
    why: string;
    sources: SourceView[];
    recalled: boolean;
  }[];
}

export interface ClaimTableView {
  title: string;
  section: string;
  rowHead: string;
  firstLine: number;
  lastLine: number;
  columns: { key: string; label: string; modelPath?: string }[];
  rows: { key: string; label: string; modelPath?: string; cells: Record<string, ClaimView> }[];
}

type Row = ClaimTable['rows'][number];

/** Reads everything a claim can refer to once and returns the views; `href` adds the site's base. */
export const claimViews = onceFor(makeViews);

async function makeViews(href: (path: string) => string) {
  const [tables, errata, models, hardware, quantizations, source] = await Promise.all([
    load('claims'),
    load('errata'),
    load('models'),
    load('hardware'),
    load('quantizations'),
    sourceViews(),
  ]);
  const { fitted, models: shapes, precisions } = await estimator();
  const filePrecisions = ['bf16', 'int8', 'q4-k-m'].map((id) => need(precisions, id, 'quantizations'));
  const stated = [...tables.values()].flatMap(({ rows }) =>
    rows.flatMap((row) => Object.values(row.cells).flatMap(({ means }) => means?.hardware ?? [])),
  );
  const machines = new Map(
    await Promise.all([...new Set(stated)].map(async (id) => [id, await tableMachine(id)] as const)),
  );

  function estimated({ means }: ClaimCell, modelId: string | undefined) {
    const model = shapes.get(modelId ?? '');
    if (!means || !model) return null;
    const precision = precisions.get(means.precision ?? '') ?? null;
    const machine = machines.get(means.hardware ?? '')?.machine ?? null;
    return estimateClaim({ means, model, precision, machine, fitted, filePrecisions });
  }

  function arithmetic(cell: ClaimCell, modelId: string | undefined) {
    const means = cell.means;
    const model = modelId === undefined ? undefined : need(models, modelId, 'models');
    if (!means || !model) return null;
    const { precision, hardware: machine } = means;
    return judgeClaim({
      means,
      model: modelFacts(model),
      precisionBits: precision ? need(quantizations, precision, 'quantizations').nominalBits : null,
      bandwidthGbPerSecond: machine
        ? (need(hardware, machine, 'hardware').bandwidth?.gbPerSecond ?? null)
        : null,
    });
  }

  function check(id: string, erratum: Erratum): ClaimView['checks'][number] {
    return {
      id,
      href: href(`/about/errata/#${id}`),
      verdict: erratum.verdict,
      checked: erratum.checked,
      why: erratum.why,
      sources: erratum.sources.map(source),
      recalled: erratum.confidence === 'recalled',
    };
  }

  function cellView(table: ClaimTable, row: Row, key: string): ClaimView {
    const cell = row.cells[key];
    if (!cell) throw new Error(`「${table.title}」的「${row.key}」一行没有「${key}」一格`);
    const column = table.columns.find((candidate) => candidate.key === key);
    const judged = arithmetic(cell, row.model ?? column?.model);
    const estimate = estimated(cell, row.model ?? column?.model);
    const computed: Verdict[] = [
      ...(judged?.verdict === 'impossible' ? (['impossible'] as const) : []),
      ...(estimate?.differs ? (['differs'] as const) : []),
    ];
    const ids = cell.errata ?? [];
    const verdicts = ids.map((id) => need(errata, id, 'errata').verdict);
    const mark = gravest([...verdicts, ...computed]);
    return {
      text: cell.text,
      ...(cell.means ? { low: cell.means.low } : {}),
      mark,
      ...(mark === 'differs' && !verdicts.includes('differs') ? { byEstimate: true as const } : {}),
      ...(estimate ? { estimate: estimate.text } : {}),
      place: `原文第 ${cell.line ?? row.line} 行，${table.section}`,
      ...(judged ? { arithmetic: judged.arithmetic } : {}),
      checks: ids.map((id) => check(id, need(errata, id, 'errata'))),
    };
  }

  const modelPath = (id: string | undefined) => {
    const path = id === undefined ? undefined : need(models, id, 'models').guide?.path;
    return path === undefined ? {} : { modelPath: href(path) };
  };

  return {
    /** `table/row/column` → the claim. */
    claim(path: string): ClaimView {
      const [tableId = '', rowKey = '', columnKey = ''] = path.split('/');
      const table = need(tables, tableId, 'claims');
      const row = table.rows.find((candidate) => candidate.key === rowKey);
      if (!row) throw new Error(`content/data/claims/${tableId}.yaml 里没有「${rowKey}」一行`);
      return cellView(table, row, columnKey);
    },
    /** Splits a sentence about a model around the figure in it that was checked; null where none was. */
    inSentence(
      modelId: string,
      sentence: string,
    ): { before: string; claim: ClaimView; after: string } | null {
      const table = need(tables, 'profile-statements', 'claims');
      for (const row of table.rows) {
        const printed = row.cells.text?.text ?? '';
        const start = row.model === modelId ? sentence.indexOf(printed) : -1;
        if (start < 0) continue;
        const after = sentence.slice(start + printed.length);
        return { before: sentence.slice(0, start), claim: cellView(table, row, 'text'), after };
      }
      return null;
    },
    /** What a table says of a model under a key of its other axis; null where it says nothing. */
    ofModel(tableId: string, key: string, modelId: string): ClaimView | null {
      const table = need(tables, tableId, 'claims');
      const column = table.columns.find(({ model }) => model === modelId);
      const row = table.rows.find((candidate) =>
        column ? candidate.key === key : candidate.model === modelId,
      );
      const cellKey = column ? column.key : key;
      return row?.cells[cellKey] ? cellView(table, row, cellKey) : null;
    },
    table(id: string): ClaimTableView {
      const table = need(tables, id, 'claims');
      const lines = table.rows.flatMap((row) => [
        row.line,
        ...Object.values(row.cells).map((cell) => cell.line ?? row.line),
      ]);
      return {
        title: table.title,
        section: table.section,
        rowHead: table.rowHead,
        firstLine: Math.min(...lines),
        lastLine: Math.max(...lines),
        columns: table.columns.map(({ key, label, model }) => ({ key, label, ...modelPath(model) })),
        rows: table.rows.map((row) => ({
          key: row.key,
          label: row.label,
          ...modelPath(row.model),
          cells: Object.fromEntries(Object.keys(row.cells).map((key) => [key, cellView(table, row, key)])),
        })),
      };
    },
  };
}

/** Counts of checks by verdict, for the errata page and the home page. */
export function countVerdicts(errata: Iterable<RecordOf<'errata'>>): Record<Erratum['verdict'], number> {
  const counts = { impossible: 0, differs: 0, unverifiable: 0, 'agrees-with-condition': 0, agrees: 0 };
  for (const { verdict } of errata) counts[verdict] += 1;
  return counts;
}
