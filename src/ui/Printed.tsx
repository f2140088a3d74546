import { DRAWN, DRAWN_PATTERN } from './icon-paths.ts';
import { Icon } from './Icon.tsx';

/**
 * Text of the original as printed. Its emoji are drawn, since many servers and terminals have no colour font; the
 * characters themselves stay in the text for search, copying and screen readers.
 */
export function Printed({ text }: { text: string }) {
  return text.split(DRAWN_PATTERN).map((piece, index) => {
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
