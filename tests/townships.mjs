/**
 * Yearly reports of invented townships, as many as are wanted, each always the same: put together from the sentences below, with
 * other numbers, other words and another choice for every place and year. 2 to 20 KB each.
 */

const FIRST = [..."桐芦霜漪砚荻枫蒲岑榆棠汀岚渚麓桑柘菱藜苇"];
const KINDS = ["镇", "乡", "街道"];
const YEARS = 10;
const FIRST_YEAR = 2014;

/** A generator of its own, so that every run draws the same. @param {number} seed */
function drawing(seed) {
  let state = (seed * 2654435761 + 1013904223) >>> 0;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 13), 3266489917);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  const from = (/** @type {number} */ low, /** @type {number} */ high) => low + Math.floor(next() * (high - low + 1));
  /** @template T @param {readonly T[]} list @returns {T} */
  const one = (list) => list[from(0, list.length - 1)];
  return { next, from, one };
}

/**
 * A sentence; in braces what is drawn: `{a-b}` a number, `{a-b.1}` one with a decimal place, `{x|y}` one of the words.
 *
 * @param {ReturnType<typeof drawing>} draw @param {string} sentence
 */
const fill = (draw, sentence) =>
  sentence.replace(/\{([^{}]*)\}/g, (_, hole) => {
    const range = /^(\d+)-(\d+)(?:\.(\d))?$/.exec(hole);
    if (range === null) return draw.one(hole.split("|"));
    const [, low, high, places] = range;
    return places === undefined ? `${draw.from(Number(low), Number(high))}` : (Number(low) + draw.next() * (Number(high) - Number(low))).toFixed(Number(places));
  });

/** What was done, under the heading that it belongs to. @type {readonly (readonly [string, readonly string[]])[]} */
const WORK = [
  ["{加强|强化}组织领导", [
    "{全年|今年以来}召开党委会议研究法治工作{3-15}次，{听取|专题听取}站所汇报{2-20}次。",
    "调整领导小组成员{3-19}人，明确责任单位{6-24}个，细化任务{12-58}项。",
    "落实法治工作经费{2-36.1}万元，比上年增加{1-9.1}万元。",
    "组织班子成员述法{4-13}人次，测评满意率{88-99.1}%。",
  ]],
  ["{推进|深化}依法行政", [
    "制发规范性文件{1-9}件，合法性审核率{96-99.1}%，向县政府备案{1-9}件。",
    "审查各类合同{20-190}份，{提出|反馈}修改意见{30-260}条，避免损失约{5-80}万元。",
    "办理行政处罚案件{5-120}件，其中简易程序{2-40}件，罚没款{1-60.1}万元。",
    "公开政府信息{60-900}条，答复依申请公开{1-30}件。",
    "行政机关负责人出庭应诉{1-8}次，{败诉|纠错}{0-2}件。",
  ]],
  ["{做实|抓好}普法宣传", [
    "{开展|举办}法治讲座{6-48}场，{受众|受教育群众}{1-9.1}万余人次。",
    "发放宣传资料{2000-30000}余份，悬挂横幅{20-200}条，解答咨询{80-900}人次。",
    "培育“法律明白人”{20-320}名，{建成|新建}法治文化广场{1-6}处。",
    "微信公众号推送普法信息{40-420}条，阅读量{2-60.1}万次。",
    "宪法宣传周期间，{组织|开展}活动{3-18}场，覆盖村（社区）{6-28}个。",
  ]],
  ["{化解|调处}矛盾纠纷", [
    "人民调解委员会受理纠纷{40-680}件，调解成功{38-640}件，成功率{90-99.1}%。",
    "其中邻里纠纷{10-160}件、婚姻家庭纠纷{8-120}件、土地纠纷{5-90}件。",
    "接待群众来访{60-800}批次，办结信访事项{40-500}件，同比下降{3-35.1}%。",
    "排查安全隐患{120-1900}处，{已整改|完成整改}{110-1800}处，整改率{92-99.1}%。",
    "开展法律援助{5-90}件，为群众挽回损失{10-460.1}万元。",
  ]],
  ["{优化|提升}政务服务", [
    "便民服务中心办理事项{3000-46000}件，{网上|线上}办理率{60-98.1}%，群众满意度{95-99.1}%。",
    "下放审批事项{12-90}项，办理时限由{10-20}个工作日压缩至{2-9}个工作日。",
    "为老年人上门服务{60-900}人次，设置自助终端{2-16}台。",
    "受理“12345”热线工单{200-4200}件，按期办结率{95-99.1}%。",
  ]],
  ["{改善|保障}民生", [
    "新增城镇就业{80-1300}人，举办招聘会{2-16}场，开发公益性岗位{20-240}个。",
    "发放低保金{80-960.1}万元，惠及困难群众{200-3200}人。",
    "城乡居民医保参保{1-6.1}万人，参保率{95-99.1}%。",
    "改造农村公路{3-46.1}公里，安装路灯{60-900}盏，惠及农户{400-5200}户。",
    "新建农村公厕{3-40}座，改厕{80-1200}户，{清理|清运}垃圾{200-5200}余吨。",
  ]],
  ["{发展|壮大}产业", [
    "实现地区生产总值{6-58.1}亿元，{增长|同比增长}{3-9.1}%。",
    "{种植|发展}茶园{800-9600}亩，产值{1200-9800}万元，带动农户{300-2600}户。",
    "引进项目{2-16}个，到位资金{1-12.1}亿元，完成固定资产投资{3-26.1}亿元。",
    "村集体经济收入{300-4800}万元，其中超过{20-50}万元的村{3-19}个。",
    "农村居民人均可支配收入{14000-36000}元，{增长|同比增长}{5-9.1}%。",
  ]],
  ["{守牢|筑牢}生态底线", [
    "巡河{300-4200}次，整治排污口{2-40}个，拆除违建{800-16000}平方米。",
    "完成造林{120-3800}亩，抚育林地{300-6800}亩，森林覆盖率{41-78.2}%。",
    "空气质量优良天数{280-355}天，优良率{82-98.1}%。",
  ]],
];

const LEADERSHIP = [
  "党政主要负责人主持召开法治建设会议{2-12}次，审议重大事项{3-26}件。",
  "带头学法{4-18}次，{宣讲|上法治课}{1-6}场，批示法治工作材料{5-46}件。",
  "深入村（社区）调研{6-40}次，{协调|推动}解决问题{8-70}个。",
];
const PROBLEMS = [
  "一是执法力量不足，全{地}持证执法人员仅{3-14}人，与任务不相适应。",
  "二是普法形式单一，针对性还不够强，{青年|外出务工}群众参与不多。",
  "三是部分村（社区）法律顾问作用发挥不够，{全年坐班不足|仅坐班}{6-20}天。",
];
const PLANS = [
  "计划举办法治讲座{10-60}场，培育“法律明白人”{30-300}名。",
  "力争调解成功率达到{96-99}%以上，整改率达到{95-99}%以上。",
  "新建法治文化广场{1-5}处，改造农村公路{5-30}公里。",
  "完善行政执法公示、全过程记录制度，{争取|力争}全年不发生败诉案件。",
];

const NUMERALS = [..."一二三四五六七八"];

/** How many different ones there are. */
export const TOWNSHIPS = FIRST.length * (FIRST.length - 1) * KINDS.length * YEARS;

/**
 * The report of a number: ten years of one place, then of the next.
 *
 * @param {number} number Below {@link TOWNSHIPS}.
 * @returns {{ file: string, place: string, year: number, text: string }}
 */
export function township(number) {
  const draw = drawing(number);
  const at = Math.floor(number / YEARS);
  const pair = Math.floor(at / KINDS.length);
  const first = pair % FIRST.length;
  // Never the same character twice.
  const second = (first + 1 + Math.floor(pair / FIRST.length)) % FIRST.length;
  const kind = KINDS[at % KINDS.length];
  const place = FIRST[first] + FIRST[second] + kind;
  const year = FIRST_YEAR + (number % YEARS);
  const lines = [`${place}${year}年法治政府建设年度报告`, `${year}年，${place}坚持依法行政，现将有关情况报告如下。`];
  const say = (/** @type {readonly string[]} */ list, /** @type {number} */ share) =>
    list.filter(() => draw.next() < share).map((sentence) => fill(draw, sentence.replace("{地}", kind)));
  // Long and short ones: some say a thing of every village.
  const share = 0.5 + draw.next() * 0.5;
  const villages = draw.next() < 0.5 ? 0 : draw.from(4, 100);
  lines.push("一、主要举措和成效");
  for (const [index, [title, sentences]] of WORK.entries()) {
    lines.push(`（${NUMERALS[index]}）${fill(draw, title)}。${say(sentences, share).join("")}`);
  }
  for (let village = 1; village <= villages; village++) {
    const name = `${draw.one(FIRST)}${draw.one(FIRST)}村`;
    lines.push(fill(draw, `${name}{修建|整修}水渠{1-9.1}公里，流转土地{60-900}亩，发放补助{2-40.1}万元，{走访|慰问}困难户{5-60}户，调解纠纷{1-30}件。`));
  }
  lines.push("二、主要负责人履行推进法治建设第一责任人职责情况", say(LEADERSHIP, 0.9).join(""));
  lines.push("三、存在的不足和原因", say(PROBLEMS, 0.8).join(""));
  lines.push("四、下一年度工作安排", say(PLANS, 0.8).join(""));
  lines.push(`${place}人民政府`, `${year + 1}年1月${draw.from(5, 28)}日`);
  return { file: `${place}/${year}.txt`, place, year, text: `${lines.filter((line) => line !== "").join("\n")}\n` };
}
