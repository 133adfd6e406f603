/** Simplified Chinese: the people, and what is said of them. */

import type { Rest } from "../catalogue.ts";
import { pluralOf } from "../plural.ts";

const plural = pluralOf("zh-Hans");

const named = (name: string, others: number): string =>
  others === 0 ? name : `${name}和${plural(others, { other: "另外 # 人" })}`;

export const company: Pick<Rest, "people" | "announcements"> = {
  people: {
    everybody: "在场的所有人",
    count: (count) => plural(count, { other: "# 人在此" }),
    find: "查找某人",
    nobodyFound: "这里没有人叫这个名字。",
    goTo: (name) => `转到 ${name}`,
    follow: "跟随",
    followName: (name) => `跟随 ${name}`,
    following: (name) => `正在跟随 ${name}`,
    stop: "停止",
    stopFollowing: "停止跟随",
    nowhere: (name) => `${name} 的光标现在不在正文中。`,
    writing: (name, others) => `${named(name, others)}正在写`,
    writingAbove: (name, others) => `${named(name, others)}正在上方写：前往`,
    writingBelow: (name, others) => `${named(name, others)}正在下方写：前往`,
    commands: {
      everybody: "显示在场的所有人",
      follow: "跟随某人…",
      goTo: "转到某人…",
      self: "更改我的名字或颜色",
    },
    self: {
      name: "你",
      about: "其他人看到的你。存于此浏览器。",
      shownAs: (name) => `在此页上，他们看到的你是“${name}”。`,
      nameLabel: "名字",
      colour: (hue) => `颜色：${hue}`,
      done: "完成",
      hues: {
        red: "红",
        amber: "琥珀",
        olive: "橄榄",
        green: "绿",
        teal: "蓝绿",
        blue: "蓝",
        indigo: "靛蓝",
        violet: "紫罗兰",
        magenta: "品红",
        brown: "棕",
      },
    },
  },
  announcements: {
    name: "播报",
    here: (name, others) => `${named(name, others)}在这里`,
    joined: (name, others) => `${named(name, others)}加入了`,
    left: (name, others) => `${named(name, others)}离开了`,
    writingHere: (name, others) => `${named(name, others)}正在这一行写`,
    writingNear: (name, others) => `${named(name, others)}正在相邻的行写`,
  },
};
