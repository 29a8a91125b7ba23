/**
 * Occupations in the languages beside English: lists, and endings that name one.
 *
 * @module
 */

import type { Lang } from "../types.ts";
import { wordSet } from "./words.ts";

/** How an occupation is recognised in a language. */
export interface JobWords {
  readonly list: ReadonlySet<string>;
  readonly ending: RegExp;
  readonly not: ReadonlySet<string>;
}

/** Occupations by language. */
export const JOBS_BY_LANGUAGE: Readonly<Partial<Record<Lang, JobWords>>> = {
  de: {
    list: wordSet(
      `arzt ärztin koch köchin anwalt anwältin bäcker lehrer pfleger pflegerin krankenschwester krankenpfleger krankenpflegerin
hebamme ingenieur ingenieurin architekt architektin student studentin azubi friseur friseurin kaufmann kauffrau polizist bauer bäuerin pfarrer
notar notarin chirurg chirurgin pilot pilotin jurist juristin laborant laborantin steuerberater zahnarzt tierarzt tierärztin zahnärztin chemiker
biologe biologin informatiker informatikerin psychologe psychologin soldat soldatin hausmeister fotograf fotografin
bibliothekar bibliothekarin archivar archivarin metzger metzgerin konditor konditorin winzer winzerin imker imkerin förster försterin fischer
schäfer schäferin optiker optikerin elektriker elektrikerin musiker musikerin zimmerer maurer dachdecker drucker weber töpfer töpferin sattler uhrmacher
juwelier monteur installateur regisseur kellner kellnerin florist floristin kosmetikerin pförtner schaffner schaffnerin matrose kapitän lotse steward
podologe sanitäter sanitäterin apotheker apothekerin kantor organist dirigent sänger sängerin tänzer tänzerin schauspieler schauspielerin bildhauer
schmied glaser landwirt landwirtin pastor pastorin küster logopäde logopädin übersetzer übersetzerin dolmetscher dolmetscherin lektor lektorin verleger
dozent dozentin professor professorin referent referentin restaurator restauratorin kurator kuratorin autor autorin sozialpädagoge reinigungskraft
pflegekraft lehrkraft schneiderin floristin erntehelfer beamter beamtin richter richterin staatsanwalt kranführer lokführer gerüstbauer`,
    ),
    ending:
      /(?:lehrer|leiter|fahrer|führer|meister|berater|entwickler|techniker|mechaniker|händler|pfleger|helfer|macher|bauer|maler|schneider|schlosser|tischler|schreiner|klempner|gärtner|verkäufer|erzieher|betreuer|designer|manager|trainer|redakteur|ingenieur|therapeut|assistent|beamter|wirt|loge|graf|ist|ant|arzt)(?:in)?$|(?:erin|istin|login|antin|eurin|entin|ärztin|frau|mann)$/,
    not: wordSet(
      "rentner rentnerin quereinsteiger quereinsteigerin anfänger anfängerin vegetarier vegetarierin veganer veganerin berliner raucher raucherin nutzer nutzerin kunde kundin deutscher einer keiner immer fan besitzer besitzerin allergiker allergikerin diabetiker diabetikerin mutter vater optimist optimistin christ linkshänder linkshänderin rechtshänder rechtshänderin pazifist pazifistin minimalist minimalistin realist tourist touristin frau mann",
    ),
  },
  es: {
    list: wordSet(
      `médico médica abogado abogada piloto juez jueza chef cocinero ingeniero profesor arquitecto arquitecta fontanero piloto músico
música veterinario veterinaria farmacéutico farmacéutica secretario secretaria bombero policía albañil enfermero enfermera funcionario funcionaria
empleado empleada psicólogo psicóloga biólogo bióloga fotógrafo fotógrafa químico química informático informática mecánico mecánica autónomo autónoma guía maestro maestra dependiente dependienta vigilante monitor monitora
camarero camarera contable matrona auxiliar actriz actor cantante escritor guardia conserje celador celadora intérprete comadrona gerente cocinera capitán
locutor locutora ganadero pastor quesero ceramista`,
    ),
    ending:
      /(?:adora?|idora?|tora?|sora?|ista|ólog[oa]|ógraf[oa]|ner[oa]|jer[oa]|ier[oa]|mer[oa]|rer[oa]|ter[oa]|der[oa]|[cg]ari[oa]|tecari[oa])$/,
    not: wordSet(
      "soltero soltera primero primera extranjero extranjera mejor mayor menor señora señor vegetariano optimista realista pesimista heredero compañero compañera turista budista feminista lectora lector madrugador madrugadora trasnochador trasnochadora perfeccionista",
    ),
  },
  fr: {
    list: wordSet(
      `médecin avocat avocate professeur professeure prof boulanger boulangère infirmier infirmière pharmacien pharmacienne musicien musicienne
informaticien informaticienne électricien électricienne mécanicien chirurgien comédien comédienne architecte notaire comptable secrétaire vétérinaire
juge pilote chef cuisinier cuisinière plombier menuisier peintre artiste agriculteur sage-femme kiné kinésithérapeute technicien technicienne
fonctionnaire étudiant étudiante stagiaire apprenti apprentie alternant alternante journaliste facteur pompier policier policière caissier caissière jardinier bibliothécaire libraire traducteur guide instituteur institutrice maître maîtresse
apiculteur apicultrice ambulancier ambulancière boucher bouchère berger bergère horloger couvreur maçon charpentier serrurier pâtissier pâtissière
aide-soignant aide-soignante ostéopathe orthophoniste éducateur éducatrice animateur animatrice conducteur conductrice chauffeur taxi routier vigneron vigneronne
éleveur éleveuse maraîcher maraîchère fromager fromagère potier potière luthier tailleur couturier couturière styliste graphiste photographe illustrateur
ingénieur ingénieure chercheur chercheuse enseignant enseignante assistant assistante gérant gérante restaurateur serveur serveuse barman caviste`,
    ),
    ending: /(?:teur|trice|seur|seuse|geur|geuse|neur|neuse|leur|leuse|iste|logue|graphe)$/,
    not: wordSet(
      "fumeur fumeuse utilisateur utilisatrice lecteur lectrice amateur touriste optimiste pessimiste réaliste majeur mineur meilleur meilleure bouddhiste féministe débutant",
    ),
  },
  pt: {
    list: wordSet(
      `estagiário estagiária aprendiz médico médica advogado advogada piloto juiz juíza chef engenheiro arquiteto arquiteta músico bombeiro policial cozinheiro enfermeiro enfermeira
veterinário veterinária farmacêutico farmacêutica secretária secretário funcionário funcionária psicólogo psicóloga mecânico pedreiro motorista guia mestre mestra marceneiro marceneira
cabeleireiro cabeleireira bibliotecário bibliotecária tradutor tradutora intérprete contabilista contador contadora eletricista encanador canalizador
agricultor agricultora apicultor professor professora ator atriz cantor cantora escritor escritora vendedor vendedora gerente caixa auxiliar técnico técnica
enfermeiro cuidador cuidadora parteira fisioterapeuta pescador padeiro padeira talhante carteiro`,
    ),
    ending: /(?:adora?|edora?|idora?|tora?|sora?|ista|ólog[oa]|ógraf[oa]|eir[oa])$/,
    not: wordSet(
      "solteiro solteira primeiro primeira brasileiro brasileira estrangeiro estrangeira melhor maior menor otimista pessimista turista vegetariano budista feminista verdadeiro inteiro madrugador madrugadora perfeccionista",
    ),
  },
  zh: {
    list: wordSet(
      "老师 医生 护士 律师 司机 厨师 会计 记者 警察 演员 翻译 程序员 工程师 设计师 教师 教授 木匠 农民 工人 导游 编辑 兽医 牙医 药剂师 摄影师 作家 画家 歌手 消防员 建筑师 快递员 销售 店主 店长",
    ),
    ending: /(?:师|员|医生|工人|家|手|匠)$/,
    not: wordSet("大家 国家 人家 新手 素食者"),
  },
  ja: {
    list: wordSet(
      "教師 医師 看護師 弁護士 運転手 料理人 会計士 記者 警察官 俳優 翻訳者 エンジニア デザイナー 教授 大工 農家 ガイド 編集者 獣医 歯科医 薬剤師 写真家 作家 画家 歌手 消防士 建築家 プログラマー 公務員 会社員 美容師 保育士 店長 営業 研究者 調理師 介護士 先生",
    ),
    ending:
      /(?:師|士|員|者|家|手|官|屋|医|先生|教諭|職人|大工|エンジニア|デザイナー|マネージャー|プログラマー|ライター|トレーナー)$/,
    not: wordSet("初心者 利用者 患者"),
  },
};
