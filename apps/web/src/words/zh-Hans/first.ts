/** Simplified Chinese: what is shown with the first text. */

import type { Draft, First } from "../catalogue.ts";
import { pluralOf } from "../plural.ts";

const plural = pluralOf("zh-Hans");

export const first: Draft<First> = {
  app: {
    home: "首页",
    opening: "正在打开…",
    partMissing: "这一部分未能加载。请联网后重试。",
    tryAgain: "重试",
    close: "关闭",
    notifications: "通知",
    sentences: (one, other) => `${one}${other}`,
  },
  saveState: {
    name: "保存状态",
    saved: "已保存",
    saving: "正在保存…",
    offline: "离线，已存于本机",
    "read-only": "只读",
    reconnecting: "正在重新连接…",
    notSaved: (why) => `未保存：${why}`,
    reasons: {
      refused: "服务器没有接受",
      "server-storage": "服务器存储出错，正在重试",
      "device-storage": "没有网络，本机也没有保留副本",
      "not-allowed": "你不能在这里写字",
      locked: "文档已锁定",
    },
  },
  text: {
    name: "正文",
    tooLong: (most) => `一个文档最多容纳 ${plural(most, { other: "#" })} 个字符，因此没有放入任何内容。正文保持原样。`,
  },
  title: {
    name: "标题",
    untitled: "无标题",
  },
  status: {
    markdown: "Markdown",
    plain: "纯文本",
    position: (line, column) => `第 ${line} 行，第 ${column} 列`,
    words: (count) => plural(count, { other: "# 字" }),
    latency: "往返服务器的时间",
  },
  people: {
    name: "在场的人",
    guest: "访客",
    chosen: (quality, animal) => `${quality}${animal}`,
    qualities: ["敏捷的", "安静的", "明亮的", "沉稳的", "勇敢的", "温和的", "聪明的", "快乐的", "耐心的", "好奇的"],
    animals: ["狐狸", "苍鹭", "水獭", "獾", "鹪鹩", "猞猁", "野兔", "知更鸟", "海豹", "貂", "猫头鹰", "白鼬"],
  },
  more: {
    name: "更多",
    newDocument: "新建文档",
    download: "下载正文",
  },
  share: {
    name: "分享",
    heading: "分享此页",
    address: "网址",
    copyLink: "复制链接",
    copied: "已复制。发给需要的人吧。",
    copying: "复制",
    refused: "浏览器不允许在这里复制。网址已选中，请手动复制。",
  },
  right: {
    name: "你可以做什么",
    turnedAway: "服务器目前不再接受来自你所在位置的连接。本页会自动重试。",
    lockedByYou: "你已锁定此页：任何人都不能在其中写字。开关在“分享”里。",
    locked: "所有者已锁定此页：现在任何人都不能在其中写字。",
    readOnly: "你可以阅读此页，但不能在其中写字。",
    unsent: "你最后写的内容存于本机，待你可以再次写字时发送。",
  },
  faults: {
    notCreated: "无法连接服务器。没有创建任何内容，请联网后重试。",
    notRenamed: "标题未能保存：无法连接服务器。你输入的内容仍在框中。",
    notReached: "无法连接服务器。请联网后重试。",
    nothingChanged: "无法连接服务器，因此没有任何更改。请联网后重试。",
    failed: (status) => `服务器出错（${status}）。请重试。`,
    notAllowed: "服务器不允许从这里执行此操作。你的权限可能已变。没有执行任何操作。",
    gone: "服务器上的这个网址已没有内容。没有执行任何操作。",
    tooLarge: "超出了服务器可接受的大小。没有执行任何操作。",
    tooMuch: (wait) => `来自你所在位置的请求过于频繁。没有执行任何操作。请${wait}重试。`,
    inAWhile: "过一会儿",
    notPossible: "以目前的状态无法这样做。没有执行任何操作。",
  },
  language: {
    name: "语言",
    auto: "跟随浏览器",
  },
  home: {
    heading: "写在同一页上。",
    lead: "打开文档，分享网址，一起写字。无需账号。显示“已保存”的内容就已存好；离线时写的内容稍后会合并。",
    openFile: "打开文件…",
    aFile: "一个文本文件",
    orDrop: "或将文本文件拖放到任意位置",
    drop: "放下文件，作为新文档打开",
    recent: "在本机打开过",
    find: "查找",
    findDocument: "查找文档",
    nothingYet: "还没有。你打开的内容会列在这里，仅限此浏览器。",
    noneFound: "没有找到。",
    forget: "从列表中移除",
    forgetOne: (title) => `将“${title}”从列表中移除`,
  },
};
