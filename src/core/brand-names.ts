/** Brands that are written in Latin and in Chinese. */
const BRANDS: readonly (readonly [latin: string, chinese: string])[] = [
  ['Xeon', '至强'],
  ['EPYC', '霄龙'],
  ['Threadripper', '线程撕裂者'],
  ['Ryzen', '锐龙'],
  ['Core', '酷睿'],
  ['Ascend', '昇腾'],
  ['Kunpeng', '鲲鹏'],
  ['Hygon', '海光'],
  ['Snapdragon', '骁龙'],
  ['Dimensity', '天玑'],
  ['Raspberry Pi', '树莓派'],
];

/** Both ways to write the brand in the name of a machine, so that it is found by either; empty where there is one way. */
export const brandNames = (name: string): string =>
  BRANDS.filter((brand) => brand.some((written) => name.includes(written)))
    .flat()
    .join(' ');
