import { Icon, type IconName } from './Icon.tsx';

const DRAWN: Record<string, IconName> = { '⭐': 'star', '✅': 'check', '⚠️': 'warn' };

/**
 * Text of the original as printed. Its emoji are drawn, since many servers and terminals have no colour font; the
 * characters themselves stay in the text for search, copying and screen readers.
 */
export function Printed({ text }: { text: string }) {
  return text.split(/(⭐|✅|⚠️)/u).map((piece, index) => {
    const icon = DRAWN[piece];
    if (!icon) return piece;
    return (
      <span key={index} className="drawn">
        <Icon name={icon} />
        <span className="visually-hidden">{piece}</span>
      </span>
    );
  });
}
