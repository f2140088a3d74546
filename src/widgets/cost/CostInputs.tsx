import type { ReactNode } from 'react';
import { NumberField, SelectField } from '../../ui/Field.tsx';
import { Stale } from '../../ui/Stale.tsx';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { SourceLinks } from '../../ui/SourceLinks.tsx';
import type { PriceView, RateView } from './scenario.ts';
import { CUSTOM, LIMITS } from './url.ts';
import type { CostState } from './url.ts';

interface Props {
  state: CostState;
  defaults: CostState;
  prices: readonly PriceView[];
  rate: RateView;
  onChange(change: Partial<CostState>): void;
  onReset(): void;
}

/** The scenario to fill in; each default says where it comes from. */
export function CostInputs({ state, defaults, prices, rate, onChange, onReset }: Props) {
  const price = prices.find(({ id }) => id === state.api);
  const currency = price?.currency ?? state.cur;
  const amount = (key: keyof typeof LIMITS, label: string, unit: string, help?: ReactNode) => (
    <NumberField
      label={label}
      unit={unit}
      help={help}
      value={state[key]}
      {...LIMITS[key]}
      onChange={(value) => value !== null && onChange({ [key]: value })}
    />
  );
  return (
    <form className="panel cost-inputs" aria-label="输入" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>自建</legend>
        {amount(
          'hw',
          '硬件价格',
          '元',
          `默认 ${formatMoney(defaults.hw, 'CNY')}：指南的 128 GB 服务器，原文第 328 行`,
        )}
        {amount('years', '折旧年限', '年', `默认 ${defaults.years} 年：与指南相同，原文第 323 行`)}
        {amount('watts', '全天平均功率', 'W', '默认 0：指南没有算电费')}
        {amount(
          'kwh',
          '电价',
          '元/度',
          state.watts > 0 && state.kwh === 0 ? '还没有填电价，电费按 0 算' : '默认 0：填你的电价',
        )}
        {amount('other', '其他支出', '元/年', '机房、人力、维护。默认 0：指南没有算')}
      </fieldset>
      <fieldset>
        <legend>用量</legend>
        {amount('calls', '每天调用', '次', `默认 ${defaults.calls} 次：指南的表头，原文第 333 行`)}
        {amount(
          'in',
          '每次输入',
          'token',
          `默认 ${formatNumber(defaults.in)}：指南的价格以 1K tokens 为单位，原文第 336 行`,
        )}
        {amount(
          'out',
          '每次输出',
          'token',
          `默认 ${defaults.out}：指南的「复杂函数实现」，原文第 281 行；它的成本表没有算输出`,
        )}
      </fieldset>
      <fieldset>
        <legend>API</legend>
        <SelectField
          label="价格"
          value={state.api}
          options={[
            ...prices.map(({ id, name, historical }) => ({
              value: id,
              label: historical ? `${name}（已停用的价格）` : name,
            })),
            { value: CUSTOM, label: '自己填' },
          ]}
          help={price && <PriceHelp price={price} />}
          onChange={(api) =>
            // Typing starts from the prices that were in effect.
            onChange(
              api === CUSTOM && price
                ? { api, pin: price.inputPerMillion, pout: price.outputPerMillion, cur: price.currency }
                : { api },
            )
          }
        />
        {state.api === CUSTOM && (
          <>
            <Segmented
              legend="币种"
              value={state.cur}
              options={[
                { value: 'CNY', label: '人民币' },
                { value: 'USD', label: '美元' },
              ]}
              onChange={(cur) => onChange({ cur })}
            />
            {amount('pin', '输入价', `${currency === 'USD' ? '美元' : '元'}/百万 token`)}
            {amount('pout', '输出价', `${currency === 'USD' ? '美元' : '元'}/百万 token`)}
          </>
        )}
      </fieldset>
      <fieldset>
        <legend>汇率</legend>
        {amount(
          'fx',
          '1 美元',
          '元',
          <>
            默认 {rate.value}，{rate.stale ? <Stale label={rate.stale} /> : rate.date}，
            <SourceLinks sources={[rate.source]} />
            {currency === 'CNY' && '。现在的价格按人民币收，用不到汇率'}
          </>,
        )}
      </fieldset>
      <button type="button" className="action" onClick={onReset}>
        恢复默认
      </button>
    </form>
  );
}

function PriceHelp({ price }: { price: PriceView }) {
  return (
    <>
      每百万 token：输入 {formatMoney(price.inputPerMillion, price.currency)}，输出{' '}
      {formatMoney(price.outputPerMillion, price.currency)}。
      {price.stale ? <Stale label={price.stale} /> : `核对于 ${price.checkedOn}`}。
      {price.note && `${price.note}。`}
    </>
  );
}
