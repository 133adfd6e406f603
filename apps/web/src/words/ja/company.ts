/** Japanese, in the polite style: the people, and what is said of them. */

import type { Rest } from "../catalogue.ts";
import { pluralOf } from "../plural.ts";

const plural = pluralOf("ja");

const named = (name: string, others: number): string =>
  others === 0 ? `${name}さん` : `${name}さん${plural(others, { other: "ほか # 人" })}`;

export const company: Pick<Rest, "people" | "announcements"> = {
  people: {
    everybody: "ここにいる全員",
    count: (count) => plural(count, { other: "# 人がここにいます" }),
    find: "人を探す",
    nobodyFound: "その名前の人はここにいません。",
    goTo: (name) => `${name}さんの所へ移動`,
    follow: "追う",
    followName: (name) => `${name}さんを追う`,
    following: (name) => `${name}さんを追っています`,
    stop: "やめる",
    stopFollowing: "追うのをやめる",
    nowhere: (name) => `${name}さんのカーソルは、いま本文にありません。`,
    writing: (name, others) => `${named(name, others)}が入力中`,
    writingAbove: (name, others) => `${named(name, others)}が上のほうで入力中：そこへ移動`,
    writingBelow: (name, others) => `${named(name, others)}が下のほうで入力中：そこへ移動`,
    commands: {
      everybody: "ここにいる全員を表示",
      follow: "人を追う…",
      goTo: "人の所へ移動…",
      self: "自分の名前や色を変更",
    },
    self: {
      name: "あなた",
      about: "ほかの人からの見え方です。このブラウザーに保管されます。",
      shownAs: (name) => `このページでは「${name}」と表示されています。`,
      nameLabel: "名前",
      colour: (hue) => `色：${hue}`,
      done: "完了",
      hues: {
        red: "赤",
        amber: "琥珀",
        olive: "オリーブ",
        green: "緑",
        teal: "青緑",
        blue: "青",
        indigo: "藍",
        violet: "すみれ",
        magenta: "赤紫",
        brown: "茶",
      },
    },
  },
  announcements: {
    name: "読み上げ",
    here: (name, others) => `${named(name, others)}がここにいます`,
    joined: (name, others) => `${named(name, others)}が加わりました`,
    left: (name, others) => `${named(name, others)}が離れました`,
    writingHere: (name, others) => `${named(name, others)}がこの行に入力中`,
    writingNear: (name, others) => `${named(name, others)}が隣の行に入力中`,
  },
};
