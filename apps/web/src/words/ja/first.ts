/** Japanese, in the polite style: what is shown with the first text. */

import type { Draft, First } from "../catalogue.ts";
import { pluralOf } from "../plural.ts";

const plural = pluralOf("ja");

export const first: Draft<First> = {
  app: {
    home: "ホーム",
    opening: "開いています…",
    partMissing: "この部分を読み込めませんでした。オンラインのときにもう一度お試しください。",
    tryAgain: "もう一度試す",
    close: "閉じる",
    notifications: "お知らせ",
    sentences: (one, other) => `${one}${other}`,
  },
  saveState: {
    name: "保存の状態",
    saved: "保存済み",
    saving: "保存中…",
    offline: "オフライン、この端末に保管中",
    "read-only": "閲覧のみ",
    reconnecting: "再接続中…",
    notSaved: (why) => `未保存：${why}`,
    reasons: {
      refused: "サーバーが受け付けませんでした",
      "server-storage": "サーバーの保存領域に問題があり、再試行しています",
      "device-storage": "接続がなく、この端末にも控えがありません",
      "not-allowed": "ここには書き込めません",
      locked: "ドキュメントはロックされています",
    },
  },
  text: {
    name: "本文",
    tooLong: (most) =>
      `ドキュメントに入るのは ${plural(most, { other: "#" })} 文字までのため、何も挿入されませんでした。本文は元のままです。`,
  },
  title: {
    name: "タイトル",
    untitled: "無題",
  },
  status: {
    markdown: "Markdown",
    plain: "プレーンテキスト",
    position: (line, column) => `${line} 行、${column} 列`,
    words: (count) => plural(count, { other: "# 語" }),
    latency: "サーバーとの往復時間",
  },
  people: {
    name: "ここにいる人",
    guest: "ゲスト",
    chosen: (quality, animal) => `${quality}${animal}`,
    qualities: [
      "すばやい",
      "しずかな",
      "あかるい",
      "おだやかな",
      "いさましい",
      "やさしい",
      "かしこい",
      "ようきな",
      "のんびりした",
      "知りたがりの",
    ],
    animals: [
      "キツネ",
      "サギ",
      "カワウソ",
      "アナグマ",
      "ミソサザイ",
      "オオヤマネコ",
      "ノウサギ",
      "コマドリ",
      "アザラシ",
      "テン",
      "フクロウ",
      "オコジョ",
    ],
  },
  more: {
    name: "その他",
    newDocument: "新しいドキュメント",
    download: "本文をダウンロード",
  },
  share: {
    name: "共有",
    heading: "このページを共有",
    address: "アドレス",
    copyLink: "リンクをコピー",
    copied: "コピーしました。共有したい人に送ってください。",
    copying: "コピー",
    refused: "ここではブラウザーがコピーを許可していません。アドレスを選択したので、手動でコピーしてください。",
  },
  right: {
    name: "できること",
    turnedAway:
      "いまお使いの場所からは、サーバーがこれ以上の接続を受け付けていません。このページは自動で再試行します。",
    lockedByYou: "このページをロックしています。だれも書き込めません。解除は「共有」から行えます。",
    locked: "所有者がこのページをロックしたため、いまはだれも書き込めません。",
    readOnly: "このページは読めますが、書き込めません。",
    unsent: "最後に書いた内容はこの端末にあり、また書き込めるようになると送信されます。",
  },
  faults: {
    notCreated: "サーバーに接続できません。何も作成されていません。オンラインのときにもう一度お試しください。",
    notRenamed: "サーバーに接続できないため、タイトルを保存できませんでした。入力した内容は欄に残っています。",
    notReached: "サーバーに接続できません。オンラインのときにもう一度お試しください。",
    nothingChanged: "サーバーに接続できないため、何も変更されていません。オンラインのときにもう一度お試しください。",
    failed: (status) => `サーバーでエラーが起きました（${status}）。もう一度お試しください。`,
    notAllowed:
      "サーバーはここからのこの操作を許可していません。権限が変わった可能性があります。何も行われていません。",
    gone: "このアドレスには、もう何もありません。何も行われていません。",
    tooLarge: "サーバーが受け付けられる大きさを超えています。何も行われていません。",
    tooMuch: (wait) => `お使いの場所からの要求が多すぎます。何も行われていません。${wait}にもう一度お試しください。`,
    inAWhile: "しばらく後",
    notPossible: "いまの状態ではできません。何も行われていません。",
  },
  language: {
    name: "言語",
    auto: "ブラウザーに合わせる",
  },
  home: {
    heading: "同じページに、いっしょに書く。",
    lead: "ドキュメントを開き、アドレスを共有して、いっしょに書けます。アカウントは不要です。「保存済み」と出れば保存されています。オフラインで書いた内容は、あとで合わさります。",
    openFile: "ファイルを開く…",
    aFile: "テキストファイル",
    orDrop: "または、テキストファイルをどこにでもドロップ",
    drop: "ファイルをドロップすると、新しいドキュメントとして開きます",
    recent: "この端末で開いたもの",
    find: "検索",
    findDocument: "ドキュメントを検索",
    nothingYet: "まだありません。開いたものが、このブラウザーだけで、ここに並びます。",
    noneFound: "見つかりません。",
    forget: "この一覧から外す",
    forgetOne: (title) => `「${title}」をこの一覧から外す`,
  },
};
