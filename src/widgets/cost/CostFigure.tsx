import { lazy, Suspense } from 'react';
import { costByVolume } from '../../core/cost.ts';
import type { CostComparison, VolumeRow } from '../../core/cost.ts';
import type { Currency } from '../../schema/shared.ts';
import type { CellData } from '../../ui/cell-data.ts';
import { provenanceText } from '../../ui/cell-provenance.ts';
import { EmbedCode } from '../../ui/EmbedCode.tsx';
import { CopyLink, DownloadCsv, DownloadPng, Figure } from '../../ui/Figure.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Stale } from '../../ui/Stale.tsx';
import { SourceLinks } from '../../ui/SourceLinks.tsx';
import { useAnchor } from '../../ui/use-anchor.ts';
import { useSharedPopover } from '../../ui/use-shared-popover.tsx';
import type { PriceView, RateView } from './scenario.ts';
import type { CostState } from './url.ts';
import { useInView } from '../../ui/use-in-view.ts';
import { apiCell, selfCell, type Basis } from './provenance.ts';
import { callsWords } from './words.ts';

/** Part of links that people keep. */
const ANCHOR = 'fig-cost';

const CostChart = lazy(() => import('./CostChart.tsx'));

interface Props {
  state: CostState;
  cost: CostComparison;
  price: PriceView | undefined;
  currency: Currency;
  rate: RateView;
}

/** Both costs over the volume: a table that is always there, and above it the picture once it comes into view. */
export function CostFigure({ state, cost, price, currency, rate }: Props) {
  useAnchor(ANCHOR, true);
  const { target, seen } = useInView<HTMLDivElement>();
  const { cell, show, popover } = useSharedPopover();
  const rows = costByVolume(cost, state.calls);
  const basis: Basis = { cost, price, currency, rate, fx: state.fx };
  return (
    <Figure
      id={ANCHOR}
      title="每天调用多少次，自建才便宜？"
      unit="两边的年成本，元；估算"
      source={<Sources state={state} price={price} currency={currency} rate={rate} />}
      actions={
        <>
          <CopyLink anchor={ANCHOR} />
          <EmbedCode />
          <DownloadCsv fileName="cost.csv" rows={() => csvRows(rows, basis)} />
          <DownloadPng anchor={ANCHOR} fileName="cost.png" />
        </>
      }
    >
      <div className="cost-chart" ref={target}>
        {seen && (
          <Suspense fallback={<p className="muted">正在画图…</p>}>
            <CostChart basis={basis} callsPerDay={state.calls} show={show} />
          </Suspense>
        )}
      </div>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="各用量下两边的年成本">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">每天调用</th>
              <th scope="col" className="n">
                自建，每年
              </th>
              <th scope="col" className="n">
                API，每年
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr
                key={row.callsPerDay}
                className={row.isCurrent || row.isBreakEven ? 'cost-marked' : undefined}
              >
                <th scope="row">
                  {callsWords(row.callsPerDay)}
                  {mark(row) && <small>{mark(row)}</small>}
                </th>
                <td className="n">
                  {cell(selfCell(basis), `自建，每年，每天 ${callsWords(row.callsPerDay)}`)}
                </td>
                <td className="n">
                  {cell(apiCell(basis, row.callsPerDay), `API，每年，每天 ${callsWords(row.callsPerDay)}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {popover}
    </Figure>
  );
}

function mark({ isCurrent, isBreakEven }: VolumeRow) {
  return [isCurrent && '现在', isBreakEven && '平衡点'].filter(Boolean).join('、');
}

function Sources({ state, price, currency, rate }: Omit<Props, 'cost'>) {
  const { fx } = state;
  return (
    <>
      {price ? (
        <>
          价格：{price.name}，{price.stale ? <Stale label={price.stale} /> : `核对于 ${price.checkedOn}`}，
          <SourceLinks sources={[price.source]} />。
        </>
      ) : (
        '价格：自己填的。'
      )}
      {currency === 'USD' && (
        <>
          汇率：{fx !== rate.value && '自己填的。'}
          {fx === rate.value && (
            <>
              {rate.value}，{rate.stale ? <Stale label={rate.stale} /> : rate.date}，
              <SourceLinks sources={[rate.source]} />。
            </>
          )}
        </>
      )}
      自建：硬件 {formatNumber(state.hw)} 元用 {state.years} 年，{state.watts} W，{state.kwh} 元/度，其他每年{' '}
      {formatNumber(state.other)} 元；每次调用输入 {formatNumber(state.in)}、输出 {formatNumber(state.out)}{' '}
      token。
    </>
  );
}

/** Full figures, to the fen, for a spreadsheet; each sum with what it was made of. */
function csvRows(rows: VolumeRow[], basis: Basis): string[][] {
  const number = (value: number) => String(Number(value.toFixed(2)));
  const facts = ({ facts = [] }: CellData) =>
    facts.map(({ label, content }) => `${label}：${content}`).join('；');
  return [
    ['每天调用（次）', '自建（元/年）', '自建怎么算', 'API（元/年）', 'API 怎么算', 'API 来源', '说明'],
    ...rows.map((row) => {
      const [self, api] = [selfCell(basis), apiCell(basis, row.callsPerDay)];
      return [
        number(row.callsPerDay),
        number(row.selfHostedYearlyCny),
        facts(self),
        number(row.apiYearlyCny),
        facts(api),
        provenanceText(api),
        mark(row),
      ];
    }),
  ];
}
