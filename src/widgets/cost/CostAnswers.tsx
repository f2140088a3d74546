import { servingTokensPerSecond, type CostComparison } from '../../core/cost.ts';
import { formatNumber, formatSignificant } from '../../ui/format.ts';
import { Icon } from '../../ui/Icon.tsx';
import { CostFigure } from './CostFigure.tsx';
import { CostSums } from './CostSums.tsx';
import type { PriceView, RateView } from './scenario.ts';
import type { CostState } from './url.ts';
import { callsWords, moneyWords, monthsWords } from './words.ts';

interface Props {
  state: CostState;
  cost: CostComparison;
  price: PriceView | undefined;
  rate: RateView;
  /** Address of 能跑吗. */
  memory: string;
}

/** The verdict first, then break-even and payback, the sums, what is left out, and the picture. */
export function CostAnswers({ state, cost, price, rate, memory }: Props) {
  const currency = price?.currency ?? state.cur;
  return (
    <div className="cost-answers">
      <p className="cost-verdict" role="status">
        <Icon name="check" />
        <span>{verdict(cost, state)}</span>
      </p>
      <div className="cost-rest">
        <dl className="cost-facts">
          <div>
            <dt>盈亏平衡点</dt>
            <dd>{breakEven(cost)}</dd>
          </div>
          <div>
            <dt>收回硬件价格</dt>
            <dd>{payback(cost, state)}</dd>
          </div>
          <div>
            <dt>API 每 10 万次</dt>
            <dd>
              {moneyWords(cost.apiPer100kCallsCny)}
              {currency === 'USD' && `（${moneyWords(cost.apiPer100kCallsOriginal, 'USD')}）`}
            </dd>
          </div>
        </dl>
        <CostSums cost={cost} currency={currency} />
        <LeftOut state={state} cost={cost} memory={memory} />
        <CostFigure state={state} cost={cost} price={price} currency={currency} rate={rate} />
      </div>
    </div>
  );
}

function verdict(
  { cheaper, yearlyDifferenceCny, selfHostedYearlyCny }: CostComparison,
  { calls }: CostState,
): string {
  const volume = `每天 ${callsWords(calls)}`;
  if (cheaper === 'equal') return `${volume}：两边一样，每年都是 ${moneyWords(selfHostedYearlyCny)}`;
  return `${volume}：${cheaper === 'self' ? '自建' : 'API '}便宜，每年省 ${moneyWords(yearlyDifferenceCny)}`;
}

function breakEven({ breakEvenCallsPerDay, apiCallCny, selfHostedYearlyCny }: CostComparison): string {
  if (apiCallCny === 0) return 'API 免费（价格或 token 数是 0）：没有盈亏平衡点';
  if (breakEvenCallsPerDay === null) return '一次调用几乎不花钱：没有盈亏平衡点';
  if (selfHostedYearlyCny === 0) return '自建不花钱：只要调用 API，自建就便宜';
  return `每天 ${callsWords(breakEvenCallsPerDay)}。多于它，自建便宜；少于它，API 便宜`;
}

function payback({ paybackMonths }: CostComparison, { hw, years, calls }: CostState): string {
  if (hw === 0) return '硬件价格是 0，没有要收回的钱';
  if (paybackMonths === null) return `每天 ${callsWords(calls)}时收不回来：API 的费用不比电费与其他支出多`;
  const late = paybackMonths > years * 12 ? `，比折旧年限（${years} 年）长` : '';
  return `每天 ${callsWords(calls)}时要 ${monthsWords(paybackMonths)}${late}`;
}

/** What a machine would have to do without a pause; whether it can is for 能跑吗 to say. */
function Serving({ state, cost, memory }: Pick<Props, 'state' | 'cost' | 'memory'>) {
  const speed = (calls: number) => `${formatSignificant(servingTokensPerSecond(calls, state.out))} tok/s`;
  const breakEven = cost.breakEvenCallsPerDay ?? 0;
  return (
    <li>
      一台机器来不来得及：每天 {callsWords(state.calls)}、每次输出 {formatNumber(state.out)}{' '}
      token，日夜不停也要平均 {speed(state.calls)}
      {breakEven > 0 && `；平衡点要 ${speed(breakEven)}`}（次数 × token ÷ 86,400
      秒）。到不了这么快，就要更多机器，自建的线不再是平的；
      <a href={memory}>能跑吗</a>算得出你的机器有多快。
    </li>
  );
}

function LeftOut({ state, cost, memory }: Pick<Props, 'state' | 'cost' | 'memory'>) {
  return (
    <section className="cost-left-out" aria-label="没有算进去的">
      <p className="cost-left-out-title">没有算进去的</p>
      <ul>
        {state.out > 0 && <Serving state={state} cost={cost} memory={memory} />}
        <li>两边的回答质量是否相当：这里不比较。</li>
        {state.other === 0 && <li>人力、机房和停机：「其他支出」现在是 0。</li>}
        {(state.watts === 0 || state.kwh === 0) && <li>电费：功率或电价现在是 0。</li>}
        {state.out === 0 && <li>输出 token：每次输出现在是 0，而 API 的输出也收费。</li>}
        <li>API 的缓存价、高峰价和以后的调价；硬件的残值和利息。</li>
      </ul>
    </section>
  );
}
