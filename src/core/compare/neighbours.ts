/** What is asked of a model to find others worth comparing it with. */
export interface Comparable {
  id: string;
  family: string;
  developer: string;
  /** Billions of parameters. */
  paramsB: number;
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  released: string;
  code: boolean;
  /** Id of the maker's later model of the same line. */
  successor: string | null;
}

export interface Neighbours {
  why: '后继' | '同系列的' | '同档的';
  /** The model itself first. */
  ids: string[];
}

/** Models count as of one size class up to this ratio of their parameters. */
const SIZE_CLASS = 1.6;

/**
 * Comparisons to offer on the page of a model, at most three: with its successor; with the two of its family nearest in
 * size; with the two newest of its size class from other makers, one a maker, for code with those for code where there
 * are any. Empty where nothing is near.
 */
export function neighboursOf(id: string, models: readonly Comparable[]): Neighbours[] {
  const own = models.find((model) => model.id === id);
  if (!own) return [];
  const others = models.filter((model) => model.id !== id);
  const ratio = ({ paramsB }: Comparable) => Math.max(paramsB / own.paramsB, own.paramsB / paramsB);
  const byId = (a: Comparable, b: Comparable) => (a.id < b.id ? -1 : 1);

  const successor = others.filter((model) => model.id === own.successor);
  const family = others
    .filter((model) => model.family === own.family && model.id !== own.successor)
    .sort((a, b) => ratio(a) - ratio(b) || byId(a, b));
  const near = others
    .filter((model) => model.developer !== own.developer && ratio(model) <= SIZE_CLASS)
    .sort((a, b) => b.released.localeCompare(a.released) || byId(a, b));
  const alike = near.filter(({ code }) => code === own.code);
  const sizeClass = onePerMaker(alike.length > 1 ? alike : near);

  const offers: [Neighbours['why'], Comparable[]][] = [
    ['后继', successor],
    ['同系列的', family],
    ['同档的', sizeClass],
  ];
  return offers.flatMap(([why, found]) =>
    found.length > 0 ? [{ why, ids: [id, ...found.slice(0, 2).map((model) => model.id)] }] : [],
  );
}

function onePerMaker(models: readonly Comparable[]): Comparable[] {
  const seen = new Set<string>();
  return models.filter(({ developer }) => !seen.has(developer) && Boolean(seen.add(developer)));
}
