//! Traditional characters, read as the simplified ones that the rules are written in.

/// A traditional character and the simplified one of the same word, pair after pair, in the order of the first: those whose
/// simplified form stands in a word that Gangmu knows. From the character tables of OpenCC, frequent characters only.
pub(crate) const PAIRS: &str = "\
    丟丢並并佈布佔占併并來来侖仑侷局係系個个們们偵侦備备傢家傳传僅仅價价億亿償偿優优儲储兌兑內内兩两\
    冊册別别刪删則则剋克創创劃划劑剂動动務务勵励勸劝匯汇區区協协參参叢丛員员問问啟启單单噸吨噹当嚮向\
    國国圍围園园圖图團团執执堅坚報报場场塊块墾垦壓压奮奋學学實实審审寫写將将專专對对導导屆届層层屬属\
    崗岗崙仑師师帶带幣币幫帮幾几庫库廠厂廢废廣广廳厅弔吊張张強强彆别彙汇後后徑径從从復复應应懸悬戶户\
    捲卷掃扫掛挂採采換换搖摇搗捣撈捞撐撑撥拨擁拥擊击擔担據据擬拟擴扩擺摆攝摄數数斷断於于昇升時时晉晋\
    晝昼暫暂曆历書书會会朮术東东桿杆條条棟栋業业極极榮荣構构樁桩樓楼標标樣样樹树橋桥機机檔档檢检檯台\
    欄栏權权歐欧歲岁歷历歸归毀毁氣气氾泛汎泛汙污決决沒没況况淨净減减測测準准溫温滿满漲涨潛潜濟济瀏浏\
    灣湾為为無无煉炼燈灯營营燬毁爭争牽牵狀状獨独獲获現现瑪玛環环產产畝亩畢毕畫画當当療疗發发盞盏監监\
    盤盘盧卢眾众睏困矯矫確确碼码礎础礙碍稅税種种稱称積积穩稳穫获窩窝筆笔箇个節节範范篩筛簡简簽签籌筹\
    籤签糧粮糰团糾纠紀纪約约納纳純纯級级終终組组結结絡络給给統统綑捆經经綜综綠绿維维綱纲網网線线締缔\
    編编緩缓練练緻致縣县縮缩縴纤總总績绩織织繞绕繫系繳缴續续纔才纖纤罰罚義义習习聞闻聯联職职聽听脩修\
    臨临臺台與与興兴舉举茲兹華华萬万蓆席蓋盖處处號号術术補补裝装裡里製制複复襬摆見见規规視视親亲覽览\
    觀观訂订計计訊讯討讨訓训託托記记訟讼訪访設设許许訴诉診诊註注証证評评詞词詢询試试話话該该誌志認认\
    語语說说課课調调談谈請请論论諧谐諮咨諾诺謀谋講讲證证識识議议護护讀读變变讓让貝贝負负貨货貫贯責责\
    貳贰貸贷費费貼贴資资賠赔賦赋質质賬账購购贈赠趕赶車车軌轨軍军較较載载輓挽輕轻輛辆輪轮輯辑輸输輻辐\
    轄辖轉转辦办農农迴回這这連连週周進进遊游運运過过達达違违遞递遠远遷迁選选還还邊边邏逻鄉乡鄰邻醫医\
    釋释釐厘針针釦扣銷销鋪铺錄录錢钱錯错錶表鍊炼鍵键鍾钟鎊镑鎮镇鏈链鐘钟鑑鉴鑒鉴長长門门閉闭開开間间\
    閤合閱阅闆板關关陞升陸陆隊队階阶際际隨随隱隐隻只雖虽雙双難难電电鞏巩韆千韓韩頁页頂顶頃顷項项順顺\
    預预頒颁領领頭头頻频顆颗題题額额類类顧顾風风颱台養养餘余館馆馬马駐驻騰腾驗验體体髮发鬥斗麵面點点\
    黨党齊齐齡龄齣出";

/// Bytes of a pair.
pub(crate) const PAIR: usize = 6;

/// One bit for each remainder that a traditional character of the table leaves: most others leave another.
static SIEVE: [u64; 64] = {
    let bytes = PAIRS.as_bytes();
    let mut sieve = [0; 64];
    let mut at = 0;
    while at < bytes.len() {
        let first = ((bytes[at] & 0xF) as usize) << 12;
        let place = remainder(first | ((bytes[at + 1] & 0x3F) as usize) << 6 | (bytes[at + 2] & 0x3F) as usize);
        sieve[place / 64] |= 1 << (place % 64);
        at += PAIR;
    }
    sieve
};

/// The place of a character in the sieve.
const fn remainder(ch: usize) -> usize {
    (ch >> 6 ^ ch) % 4096
}

/// The simplified form of `ch`, of the same length in UTF-8, where it is traditional.
pub(crate) fn simplified(ch: char) -> Option<char> {
    let place = remainder(ch as usize);
    if !('\u{4E00}'..='\u{9FFF}').contains(&ch) || SIEVE[place / 64] >> (place % 64) & 1 == 0 {
        return None;
    }
    let (mut from, mut to) = (0, PAIRS.len() / PAIR);
    while from < to {
        let middle = (from + to) / 2;
        let mut pair = PAIRS.get(middle * PAIR..)?.chars();
        let traditional = pair.next()?;
        if traditional == ch {
            return pair.next();
        }
        if traditional < ch { from = middle + 1 } else { to = middle }
    }
    None
}

#[cfg(test)]
mod test {
    use super::{PAIRS, simplified};
    use alloc::vec::Vec;

    #[test]
    fn the_pairs_are_in_order_and_found() {
        let chars: Vec<char> = PAIRS.chars().collect();
        assert!(chars.chunks(2).all(|pair| pair[0].len_utf8() == 3 && pair[1].len_utf8() == 3));
        assert!(chars.chunks(2).zip(chars.chunks(2).skip(1)).all(|(one, next)| one[0] < next[0]));
        assert!(chars.chunks(2).all(|pair| simplified(pair[0]) == Some(pair[1])));
        assert_eq!((simplified('責'), simplified('任'), simplified('a')), (Some('责'), None, None));
    }
}
