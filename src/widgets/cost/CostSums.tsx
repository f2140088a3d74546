import type { Part } from '../../core/bounds.ts';
import type { CostComparison } from '../../core/cost.ts';
import type { Currency } from '../../schema/shared.ts';
import { moneyWords, monthsWords } from './words.ts';

interface Props {
  cost: CostComparison;
  currency: Currency;
}

/** Both sums term by term, and on demand every formula with its numbers. */
export function CostSums({ cost, currency }: Props) {
  const { parts, formulas } = cost;
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="自建与 API 的成本，逐项">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col" className="n">
                每年
              </th>
              <th scope="col" className="n">
                每月
              </th>
            </tr>
          </thead>
          <Side name="自建" parts={parts.selfHosted} yearlyCny={cost.selfHostedYearlyCny} />
          <Side name="API" parts={parts.api} yearlyCny={cost.apiYearlyCny} />
        </table>
      </div>
      <details className="cost-details">
        <summary>怎么算的</summary>
        <dl className="cost-formulas">
          {[...parts.selfHosted, ...parts.api].map((part) => (
            <Formula
              key={part.label}
              label={part.label}
              formula={part.formula}
              result={`每年 ${moneyWords(part.value)}`}
            />
          ))}
          {currency === 'USD' && (
            <Formula
              label="API 一年，美元"
              formula="输入与输出之和，折算之前"
              result={moneyWords(cost.apiYearlyOriginal, 'USD')}
            />
          )}
          {formulas.breakEven && (
            <Formula
              label="盈亏平衡点"
              formula={formulas.breakEven}
              result={`每天 ${(cost.breakEvenCallsPerDay ?? 0).toLocaleString('en-US', { maximumSignificantDigits: 6 })} 次`}
            />
          )}
          {formulas.payback && cost.paybackMonths !== null && (
            <Formula
              label="收回硬件价格"
              formula={formulas.payback}
              result={monthsWords(cost.paybackMonths)}
            />
          )}
        </dl>
      </details>
    </>
  );
}

function Side({ name, parts, yearlyCny }: { name: string; parts: Part[]; yearlyCny: number }) {
  return (
    <tbody>
      {parts.map(({ label, value }) => (
        <Row key={label} label={label} yearlyCny={value} />
      ))}
      <Row label={`${name}合计`} yearlyCny={yearlyCny} total />
    </tbody>
  );
}

function Row({ label, yearlyCny, total = false }: { label: string; yearlyCny: number; total?: boolean }) {
  return (
    <tr className={total ? 'cost-total' : undefined}>
      <th scope="row">{label}</th>
      <td className="n">{moneyWords(yearlyCny)}</td>
      <td className="n">{moneyWords(yearlyCny / 12)}</td>
    </tr>
  );
}

function Formula({ label, formula, result }: { label: string; formula: string | undefined; result: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {formula ? `${formula} = ` : '填写的数：'}
        <b>{result}</b>
      </dd>
    </div>
  );
}
