/** Reports for the views that compare and collect: a place over two years, and its neighbours. */

export const FIRST = `石浦乡2021年度法治政府建设工作报告

一、主要工作成效
（一）普法宣传。全年开展法治讲座12场，发放宣传资料2400份，走访企业36家。
（二）纠纷化解。受理矛盾纠纷88件，调解成功80件，调解成功率90.9%。
（三）行政执法。办理行政处罚案件15件，罚没款6.2万元。
二、存在的问题
执法人员数量不足，全乡持证执法人员仅9名。
三、2022年工作安排
（一）建好普法阵地。新建法治文化广场2个。
（二）提升执法能力。组织执法培训不少于6期。
（三）方便群众诉讼。推行巡回审判进乡村。

石浦乡人民政府
2022年1月10日
`;

export const SECOND = `石浦乡2022年度法治政府建设工作报告

一、主要工作成效
（一）普法宣传。全年开展法治讲座18场，发放宣传资料3万份，走访企业36家。
（二）矛盾纠纷化解。受理矛盾纠纷96件，调解成功91件，调解成功率94.8%。
（三）行政执法。办理行政处罚案件21件，罚没款8.5万元。建成法治文化广场2个。
（四）政务公开。主动公开政府信息143条。
二、存在的问题
普法形式较为单一。
三、2023年工作安排
新建调解室3个。

石浦乡人民政府
2023年1月12日

联系人：周明远　电话：0000-7654321
`;

/** A report of another place in the same shape. @param {string} place @param {number} year @param {number} lectures @param {number} cases @param {string} [called] */
export const neighbour = (place, year, lectures, cases, called = "法治讲座") => `${place}${year}年度法治政府建设工作报告

一、主要工作成效
（一）普法宣传。全年开展${called}${lectures}场。
（二）纠纷化解。受理矛盾纠纷${cases}件。
二、存在的问题
普法形式较为单一。

${place}人民政府
${year + 1}年1月15日
`;
