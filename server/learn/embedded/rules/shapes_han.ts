/**
 * Checkers for Chinese and Japanese, whose words stand without blanks.
 *
 * @module
 */

import type { Shape } from "./shapes.ts";
import { foreignPlace } from "./shapes_languages.ts";
import { joined, tokensIn } from "./value_words.ts";

/** A short stretch of Chinese without pointers. */
export const hanPhrase: Shape = (value) => {
  const text = joined(value);
  const cut = /[,，。!！?？、；;:：]|了$|的$|吧|呢|吗|所以|因为|但是|不过/.exec(text);
  const to = cut === null ? text.length : cut.index;
  return to < 1 || to > 14 || /^(?:这|那|你|您|它|他|她|什么|怎么|哪|一下|不|没|个)/.test(text)
    ? null
    : { ...value, to: value.from + tokensIn(value, to) };
};

/** A place of Chinese, closed by the cue. */
export const hanPlace: Shape = (value) => {
  const text = joined(value);
  return text.length >= 2 && text.length <= 8 &&
      !/(?:这|那|哪|你|他|她|里|上面|下面|(?<!一)家|想|如果)/.test(text)
    ? value
    : null;
};

/** `一家花店`. */
export const hanShop: Shape = (value) => {
  const match =
    /^(?:一|两|三|自己的|了)?(?:家|间|个)?[^,，。]{0,6}(?:店|馆|公司|工作室|餐厅|诊所|农场|民宿|酒店|咖啡厅|茶馆|书店|作坊|工厂|学校|画廊)/
      .exec(joined(value));
  return match === null ? null : { ...value, to: value.from + tokensIn(value, match[0].length) };
};

/** `六楼`, `公寓`. */
export const hanDwelling: Shape = (value) => {
  const match = /^[^,，。]{0,6}(?:楼|层|公寓|别墅|宿舍|平房|农村|乡下|郊区|合租房)/.exec(
    joined(value),
  );
  return match === null ? null : { ...value, to: value.from + tokensIn(value, match[0].length) };
};

/** `两个儿子`. */
export const hanChildren: Shape = (value) => {
  const match =
    /^(?:[一二两三四五\d]个?|个|一对)(?:[^,，。]{0,4})(?:儿子|女儿|孩子|小孩|双胞胎|宝宝|孙子|孙女|娃)/
      .exec(joined(value));
  return match === null ? null : { ...value, to: value.from + tokensIn(value, match[0].length) };
};

/** `女儿`. */
export const hanChild: Shape = (value) =>
  /^(?:的)?(?:大|小)?(?:儿子|女儿|孩子|小孩|宝宝|孙子|孙女)$/.test(joined(value)) ? value : null;

/** A number in digits or characters. */
export const hanCount: Shape = (value) =>
  /^(?:\d{1,3}|[一二三四五六七八九十百两]{1,4})(?:多)?$/.test(joined(value)) ? value : null;

/** `一只猫`. */
export const hanPet: Shape = (value) => {
  const match =
    /^(?:了)?[一二两三四五\d几](?:只|条|匹|头|个)[^,，。]{0,4}(?:猫|狗|犬|兔子|兔|鸟|鹦鹉|仓鼠|乌龟|马|羊|鸡|金毛|柯基|泰迪|拉布拉多)/
      .exec(joined(value));
  return match === null ? null : { ...value, to: value.from + tokensIn(value, match[0].length) };
};

/** An illness of Chinese. */
export const hanIllness: Shape = (value) => {
  const match =
    /^[^,，。我你]{0,6}?(?:糖尿病|高血压|哮喘|癫痫|关节炎|偏头痛|痛风|抑郁症|焦虑症|心脏病|胃病|鼻炎|色盲|近视|湿疹|贫血|腰椎间盘突出|颈椎病|失眠|乳糖不耐受|过敏性鼻炎|阅读障碍|多动症|幽闭恐惧症|乳糜泻)/
      .exec(joined(value));
  return match === null ? null : { ...value, to: value.from + tokensIn(value, match[0].length) };
};

/** `吃`, `喝`. */
export const hanEat: Shape = (value) => /^(?:吃|喝|碰)$/.test(joined(value)) ? value : null;

/** What is eaten or drunk, up to six characters. */
export const hanFood: Shape = (value) => {
  const found = hanPhrase(value);
  if (found === null) return null;
  const text = joined(found);
  return text.length <= 6 && !/^(?:完|饱|好|下|到|太|得|的|了|多|多少|早|晚)/.test(text)
    ? found
    : null;
};

/** What somebody is allergic to; whoever stands before `对` is another one. */
export const hanAllergen: Shape = (value) => joined(value).includes("对") ? null : hanFood(value);

/** `周三晚上学书法`: what comes again with its day. */
export const hanEach: Shape = (value) => {
  const match = /^(?:周|天|个?月|星期|晚|早)[^,，。]{2,12}/.exec(joined(value));
  return match === null
    ? null
    : { ...value, from: value.from, to: value.from + tokensIn(value, match[0].length) };
};

/** `周五`, `周末`. */
export const hanDays: Shape = (value) =>
  /^(?:每)?(?:周|星期|礼拜)[一二三四五六日天末](?:[、和到至](?:周|星期)?[一二三四五六日天末])*(?:早上|上午|下午|晚上)?$/
      .test(joined(value))
    ? value
    : null;

/** `日语`. */
export const hanTongue: Shape = (value) => {
  const match = /^(?:一点|流利的|点)?[^,，。]{1,6}?(?:语|话|文)(?:和[^,，。]{1,4}(?:语|话|文))?/
    .exec(joined(value));
  return match === null || /^(?:的|这|那|实|什么)/.test(match[0])
    ? null
    : { ...value, to: value.from + tokensIn(value, match[0].length) };
};

/** A language, or an art that one learns. */
export const hanTongueOrArt: Shape = (value) =>
  hanTongue(value) ??
    (/^[^,，。]{0,4}(?:钢琴|吉他|小提琴|书法|绘画|编程|游泳|开车|烘焙|摄影|舞蹈|瑜伽|木工|古筝|陶艺)/
        .test(joined(value))
      ? hanPhrase(value)
      : null);

/** A plan that lasts: `跑马拉松`. */
export const hanGoal: Shape = (value) =>
  /^(?:跑(?:一次)?(?:全程|半程)?马拉松|减肥|戒烟|戒酒|考研|考公|考驾照|移民|买房|开(?:一家|个)?[^,，。]{0,3}(?:店|公司|馆)|学会[^,，。]{2,6}|成为[^,，。]{2,8}|减掉)/
      .test(joined(value))
    ? hanPhrase(value)
    : null;

/** A stretch of Japanese that ends the noun before the particle of the cue. */
export const jaPhrase: Shape = (value) => {
  const text = joined(value);
  const from = Math.max(
    text.lastIndexOf("は"),
    text.lastIndexOf("が"),
    text.lastIndexOf("、"),
    text.lastIndexOf("で") === text.length - 1 ? -1 : text.lastIndexOf("で"),
    text.lastIndexOf("から"),
    text.lastIndexOf("に") === text.length - 1 ? -1 : text.lastIndexOf("に"),
  );
  const rest = text.slice(from + 1).replace(/^ら|^.*よりも?/, "").replace(
    /^.*(?:のに|けれど|けど|ので)/,
    "",
  ).replace(
    /^(?:夫|妻|家族|両親|友人|兄|姉|弟|妹)と/,
    "",
  );
  const start = value.from + tokensIn(value, text.length - rest.length);
  return rest.length < 1 || rest.length > 12 ||
      /(?:これ|それ|あれ|どれ|何|どこ|ここ|そこ|この|その|あの|あなた|誰|もし|例)/.test(rest)
    ? null
    : { ...value, from: start };
};

/** A place of Japanese. */
export const jaPlace: Shape = (value) => {
  const found = jaPhrase(value);
  if (found === null) return null;
  const text = joined(found).replace(
    /^(?:先月|先週|最近|去年|今年|今月|春|秋|夏|冬|今週|来週|来月)[、に]?/,
    "",
  );
  return text.length >= 2 && text.length <= 10 && !/[てでをたい]$/.test(text) &&
      foreignPlace({ ...found, from: found.to - text.length }) !== null
    ? { ...found, from: found.to - text.length }
    : null;
};

/** `パン屋`. */
export const jaShop: Shape = (value) => {
  const found = jaPhrase(value);
  return found !== null &&
      /(?:屋|店|カフェ|レストラン|旅館|民宿|農園|農家|工房|会社|教室|塾|医院|クリニック|サロン|スタジオ|食堂|喫茶|バー|牧場|ホテル|ギャラリー|写真館|工務店|美容室|美容院|薬局|書店|花店)$/
        .test(joined(found))
    ? found
    : null;
};

/** `娘が二人`. */
export const jaChildren: Shape = (value) =>
  /^(?:.{0,6}は、?)?(?:.{0,9})(?:娘|息子|子供|子ども|双子|孫)(?:が)?(?:.{0,4}人)?$/.test(
      joined(value),
    ) &&
    !/(?:友|知人|同僚|姉|兄|妹|弟|隣)/.test(joined(value))
    ? value
    : null;

/** `娘`. */
export const jaChild: Shape = (value) =>
  /^(?:うちの|私の|上の|下の|長|次)?(?:娘|息子|子|子供|子ども|男|女|孫)$|^(?:一番上|一番下|真ん中)(?:の子)?$/
      .test(joined(value))
    ? value
    : null;

/** A number in digits or characters. */
export const jaCount: Shape = (value) => {
  const match = /(?:\d{1,3}|[一二三四五六七八九十]{1,4})$/.exec(joined(value));
  return match === null || match.index > 4
    ? null
    : { ...value, from: value.from + tokensIn(value, match.index) };
};

/** `三十二`: the age of who speaks, and of nobody before a `は`. */
export const jaOwnAge: Shape = (value) => {
  const { sentence } = value;
  const before = sentence.tokens.slice(0, value.from).map(({ text }) => text).join("");
  return /[はがも]$/.test(before) && !/(?:私|僕|俺|自分|わたし)[はがも]$/.test(before)
    ? null
    : jaCount(value);
};

/** `妻と娘二人の四`: how many a family counts, at the end of what stands there. */
export const jaFold: Shape = (value) => {
  const match = /(?:^|[はのと、])(\d{1,2}|[一二三四五六七八九十])$/.exec(joined(value));
  return match === null ? null : {
    ...value,
    from: value.from + tokensIn(value, joined(value).length - (match[1] ?? "").length),
  };
};

/** An illness of Japanese. */
export const jaIllness: Shape = (value) => {
  const match =
    /(?:[12１２]型)?(?:糖尿病|高血圧|喘息|ぜんそく|てんかん|関節炎|片頭痛|偏頭痛|痛風|リウマチ|花粉症|アトピー|乳糖不耐症|心臓病|腰痛|ヘルニア|貧血|不眠症|高所恐怖症|閉所恐怖症|緑内障|難聴|失読症|セリアック病|メニエール病)$/
      .exec(joined(value));
  return match === null || match.index > 6 ||
      /(?:母|父|妻|夫|祖|友|娘|息子|姉|兄|妹|弟|客|患者)/.test(joined(value))
    ? null
    : { ...value, from: value.from + tokensIn(value, match.index) };
};

/** `金曜日`. */
export const jaDays: Shape = (value) => {
  const match = /(?:毎週)?(?:[月火水木金土日]曜日?|週末|平日)(?:と[月火水木金土日]曜日?)*$/.exec(
    joined(value),
  );
  return match === null ? null : { ...value, from: value.from + tokensIn(value, match.index) };
};

/** `スペイン語`. */
export const jaTongue: Shape = (value) => {
  const found = jaPhrase(value);
  return found !== null && /(?:語|手話|弁)$/.test(joined(found)) ? found : null;
};

/** `晚上`, `周末`. */
export const hanDaypart: Shape = (value) =>
  /^(?:每天)?(?:周[一二三四五六日天末]|星期[一二三四五六日天]|工作日|平时|周末)?(?:早上|上午|中午|下午|晚上|夜里)?(?:都|总是)?$/
      .test(joined(value)) && joined(value).length >= 2
    ? value
    : null;

/** `数学`, `英语`: a subject one is good or bad at. */
export const hanSubject: Shape = (value) =>
  /^(?:的)?(?:数学|英语|日语|法语|德语|语文|物理|化学|电脑|计算机|编程|记性|记忆力|方向感|视力|听力|体力|睡眠|胃|膝盖|腰|耳朵|眼睛|写作|口语|普通话|厨艺|[^,，。]{1,3}(?:语|文|学))$/
      .test(joined(value))
    ? value
    : null;

/** `養蜂`, `経理`: a trade that one does. */
export const jaTrade: Shape = (value) => {
  const found = jaPhrase(value);
  return found !== null &&
      /(?:養蜂|農業|漁業|林業|酪農|経理|事務|介護|看護|通訳|翻訳|販売|接客|設計|清掃|警備|運送|配達|編集|デザイン|保育|講師|家庭教師|ボランティア|自営業|フリーランス|受付|広報|人事|営業|製造|修理|大工|農家|漁師|職人|店員|主婦|主夫|専業主婦|会社員|公務員)$/
        .test(joined(found))
    ? found
    : null;
};

/** `毎朝五時`. */
export const jaHour: Shape = (value) => {
  const match = /(?:毎朝|毎日|平日は|いつも)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})時(?:半)?$/
    .exec(joined(value));
  return match === null ? null : { ...value, from: value.from + tokensIn(value, match.index) };
};

/** `四川`: a region one is from, no quality (`好人`, `病人`). */
export const hanTown: Shape = (value) =>
  /^[^病男女本外好坏大老年普单聪明新主客工商军诗情]{2,4}$/u.test(joined(value)) ? value : null;

/** `助听器`. */
export const hanAid: Shape = (value) => {
  const match = /^(?:着|了|的)?(?:助听器|假肢|轮椅|拐杖|隐形眼镜|人工耳蜗|起搏器|义肢|盲杖)/.exec(
    joined(value),
  );
  return match === null ? null : { ...value, to: value.from + tokensIn(value, match[0].length) };
};

/** `室内设计`: what somebody works at. */
export const hanCraft: Shape = (value) => {
  const match =
    /^\p{Script=Han}{0,4}(?:设计|开发|会计|销售|运营|外贸|翻译|编辑|摄影|维修|装修|物流|客服|咨询|金融|测试|护理|教育|餐饮|美容|美发|木工|电工|律师|保洁|程序员|产品经理)(?=$|的|工作|[,，])/u
      .exec(joined(value));
  return match === null ? null : { ...value, to: value.from + tokensIn(value, match[0].length) };
};

/** `救护车`. */
export const hanDriven: Shape = (value) => {
  const match =
    /^(?:救护车|出租车|公交车|大巴|卡车|货车|网约车|校车|地铁|火车|吊车|叉车|消防车|垃圾车)/.exec(
      joined(value),
    );
  return match === null ? null : { ...value, to: value.from + tokensIn(value, match[0].length) };
};

/** `補聴器`. */
export const jaAid: Shape = (value) => {
  const match =
    /(?:補聴器|義足|義手|杖|車椅子|車いす|コンタクトレンズ|コンタクト|ペースメーカー|人工内耳|白杖)$/
      .exec(joined(value));
  return match === null ? null : { ...value, from: value.from + tokensIn(value, match.index) };
};

/** `子供と旅行する`: what one does in a case. */
export const jaClause: Shape = (value) =>
  joined(value).length <= 14 && !/(?:もし|あなた|エラー|ファイル|この|その)/.test(joined(value))
    ? value
    : null;

/** `早上六点`: an hour of every day. */
export const hanHour: Shape = (value) =>
  /^(?:早上|早晨|清晨|凌晨|上午|中午)?(?:都)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})点(?:半|一刻|多|左右)?(?:就|才)?$/
      .test(joined(value))
    ? value
    : null;

/** `送外卖`, `修车`: work told by what is done. */
export const hanErrand: Shape = (value) => {
  const match =
    /^(?:送(?:外卖|快递|水|货|报纸)|跑(?:外卖|网约车|滴滴|运输|快递)|做(?:装修|保洁|月嫂|导游|生意|销售|翻译|会计)|修(?:车|鞋|表|手机|自行车)|理发|摆摊|打工|教书|带团|种(?:地|菜|茶|水果|草莓|葡萄)|养(?:蜂|猪|鸡|牛|羊|鱼)|卖(?:菜|水果|衣服|茶叶|保险|房子|花|鱼))/
      .exec(joined(value));
  return match === null ? null : { ...value, to: value.from + tokensIn(value, match[0].length) };
};

/** `膝盖`: a part of the body. */
export const hanBody: Shape = (value) => {
  const match =
    /(?:左|右)?(?:膝盖|膝|腰|腰椎|颈椎|肩膀|肩|胃|心脏|眼睛|眼|阑尾|胆囊|甲状腺|脚踝|脚|腿|髋关节|手腕|手|背|肺|肾|子宫|前列腺|鼻子|耳朵|牙)$/
      .exec(joined(value));
  return match === null || /[他她你]|妈|爸|儿|女|老/.test(joined(value))
    ? null
    : { ...value, from: value.from + tokensIn(value, match.index) };
};

/** `右膝`: a part of the body. */
export const jaBody: Shape = (value) => {
  const match =
    /(?:左|右|両)?(?:膝|ひざ|腰|肩|胃|心臓|目|眼|盲腸|胆のう|甲状腺|足首|足|股関節|手首|手|肺|腎臓|子宮|前立腺|鼻|耳|白内障|緑内障|椎間板ヘルニア|ヘルニア|アキレス腱|半月板)$/
      .exec(joined(value));
  return match === null ? null : { ...value, from: value.from + tokensIn(value, match.index) };
};
