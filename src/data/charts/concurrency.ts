import { axisTo, type LinePicture } from '../../core/chart.ts';
import { speedInput, type EstimateQuery } from '../../core/estimate/estimate.ts';
import { stepTerms } from '../../core/estimate/explain.ts';
import { servedSpeed, type SpeedRange } from '../../core/estimate/speed.ts';
import type { ClaimTable } from '../../schema/claim.ts';
import type { CellView } from '../cells.ts';
import { claimViews } from '../claims.ts';
import { estimator } from '../estimator.ts';
import { ASKED, tableMachine } from '../estimates.ts';
import { rangeText, twoDigits } from '../../core/range-text.ts';
import { basisText } from '../fit-words.ts';
import { load, need } from '../load.ts';
import { claimCell, verdictOf, type ChartTable } from './chart-table.ts';

type Href = (path: string) => string;

const GUIDE_MACHINE = '2x-xeon-e5-2680-v4';
const PRECISION = 'bf16';

/** How many tokens an answer has, for the two pictures: the check of the claims reckons throughput with long answers. */
const LONG_ANSWER = 1024;

export interface ConcurrencyChart {
  /** Tokens of an answer that the response times are of. */
  answerTokens: number;
  pictures: LinePicture[];
  table: ChartTable;
}

/** Response time and throughput of one model over the number of users: what a table of the guide prints, and the estimate. */
export async function concurrency(tableId: string, href: Href): Promise<ConcurrencyChart> {
  const [{ models, precisions, fitted }, found, claims, tables] = await Promise.all([
    estimator(),
    tableMachine(GUIDE_MACHINE),
    claimViews(href),
    load('claims'),
  ]);
  const printed = need(tables, tableId, 'claims').rows.map(printedRow);
  const [first] = printed;
  const model = models.get(first?.model ?? '');
  const precision = precisions.get(PRECISION);
  if (!first || !model || !precision || !found)
    throw new Error(`「${tableId}」缺模型、精度或机器，画不出并发图`);
  const answerTokens = impliedTokens(first);

  /** At a number of users, each with an answer of so many tokens and no prompt. */
  const served = (users: number, generatedTokens: number) => {
    const query: EstimateQuery = {
      ...ASKED,
      model,
      precision,
      machine: found.machine,
      engine: 'llama.cpp',
      users,
      promptTokens: 0,
      generatedTokens,
    };
    const input = speedInput(query, fitted);
    return { input, ...servedSpeed({ ...input, requests: users, promptTokens: 0, generatedTokens }) };
  };
  const most = Math.max(...printed.map(({ users }) => users));
  const everyUser = Array.from({ length: most }, (_, index) => index + 1);

  const at = printed.map((row) => {
    const response = served(row.users, answerTokens);
    const throughput = served(row.users, LONG_ANSWER);
    const terms = (input: typeof response.input) =>
      stepTerms({ ...input, requests: row.users }).parts.map(({ label, value, formula }) => ({
        label,
        content: `${formula} = ${twoDigits(value * 1000)} ms`,
      }));
    const cell = (range: SpeedRange, how: string, facts: CellView['facts'] = []): CellView => ({
      text: rangeText(range),
      facts: [
        { label: '算法', content: how },
        ...facts,
        { label: '典型', content: `${twoDigits(range.typical)} ${range.unit}` },
        { label: '范围', content: basisText(range) },
      ],
    });
    const key = `users-${row.users}`;
    return {
      ...row,
      key,
      range: { response: response.response, throughput: throughput.throughput },
      cells: {
        response: cell(
          response.response,
          `${answerTokens} token × 一步的时间；一步里 ${row.users} 个请求各得一个 token`,
          terms(response.input),
        ),
        'response-claim': claimCell(claims.claim(`${tableId}/${row.key}/response`)),
        throughput: cell(
          throughput.throughput,
          `${row.users} 个 token ÷ 一步的时间`,
          terms(throughput.input),
        ),
        'throughput-claim': claimCell(claims.claim(`${tableId}/${row.key}/throughput`)),
      } satisfies Record<string, CellView>,
    };
  });

  const picture = (
    what: 'response' | 'throughput',
    title: string,
    unit: string,
    range: (users: number) => SpeedRange,
  ): LinePicture => {
    const estimate = everyUser.map((users) => {
      const { low, typical, high } = range(users);
      const stands = at.find((row) => row.users === users);
      const ref = stands && { ref: { row: stands.key, column: what } };
      return { x: users, low, typical, high, value: `${rangeText({ low, high })} ${unit}`, ...ref };
    });
    const printedHere = at.map((row) => {
      const claim = row.cells[`${what}-claim`].claim;
      return {
        x: row.users,
        low: row.means[what],
        value: claim?.text ?? '',
        verdict: claim && verdictOf(claim),
        ref: { row: row.key, column: `${what}-claim` },
      };
    });
    return {
      key: what,
      title,
      x: { label: '同时提问的用户', end: most, ticks: printed.map(({ users }) => users) },
      axis: axisTo(Math.max(...estimate.map(({ high }) => high), ...printedHere.map(({ low }) => low)), unit),
      estimate,
      claims: printedHere,
    };
  };
  return {
    answerTokens,
    pictures: [
      picture('response', '响应时间，秒', '秒', (users) => served(users, answerTokens).response),
      picture(
        'throughput',
        '吞吐，全部用户合计，tok/s',
        'tok/s',
        (users) => served(users, LONG_ANSWER).throughput,
      ),
    ],
    table: {
      rowHead: '用户',
      columns: [
        { key: 'response', label: '响应时间', note: '秒，估算', numeric: true },
        { key: 'response-claim', label: '响应时间', note: '指南原值', numeric: true },
        { key: 'throughput', label: '吞吐', note: 'tok/s，估算', numeric: true },
        { key: 'throughput-claim', label: '吞吐', note: '指南原值', numeric: true },
      ],
      rows: at.map(({ key, users, cells }) => ({ id: key, name: String(users), cells, sortKeys: {} })),
    },
  };
}

/** A row of the guide's table as numbers: users, seconds, tokens a second. */
function printedRow(row: ClaimTable['rows'][number]) {
  const { response, throughput } = row.cells;
  const users = Number(row.label);
  if (!response?.means || !throughput?.means || !Number.isInteger(users)) {
    throw new Error(`并发表的「${row.key}」一行缺用户数、响应时间或吞吐`);
  }
  return {
    key: row.key,
    model: row.model,
    users,
    means: { response: response.means.low, throughput: throughput.means.low },
  };
}

/** Of one user alone, response time × throughput is the length of the answer, which the guide does not state. */
export function impliedTokens({ means }: { means: { response: number; throughput: number } }): number {
  return means.response * means.throughput;
}
