interface Props {
  /** From 1. */
  page: number;
  pages: number;
  onTurn(page: number): void;
}

/** Back and forth through the pages of a table; nothing where there is one page. */
export function Pager({ page, pages, onTurn }: Props) {
  if (pages <= 1) return null;
  const turn = (label: string, to: number) => (
    <button type="button" className="button" disabled={to < 1 || to > pages} onClick={() => onTurn(to)}>
      {label}
    </button>
  );
  return (
    <nav className="pager" aria-label="翻页">
      {turn('上一页', page - 1)}
      <span className="num">
        第 {page} / {pages} 页
      </span>
      {turn('下一页', page + 1)}
    </nav>
  );
}
