/** Arabic: the people, and what is said of them. */

import type { Rest } from "../catalogue.ts";
import { isolated } from "../isolated.ts";
import { pluralOf } from "../plural.ts";

const plural = pluralOf("ar-u-nu-latn");

const named = (name: string, others: number): string => {
  if (others === 0) return isolated(name);
  const so = plural(others, {
    one: "شخص آخر",
    two: "شخصان آخران",
    few: "# أشخاص آخرين",
    many: "# شخصًا آخر",
    other: "# شخص آخر",
  });
  return `${isolated(name)} و${so}`;
};

export const company: Pick<Rest, "people" | "announcements"> = {
  people: {
    everybody: "كل الموجودين هنا",
    count: (count) =>
      plural(count, {
        zero: "لا أحد هنا",
        one: "شخص واحد هنا",
        two: "شخصان هنا",
        few: "# أشخاص هنا",
        many: "# شخصًا هنا",
        other: "# شخص هنا",
      }),
    find: "البحث عن شخص",
    nobodyFound: "لا أحد هنا بهذا الاسم.",
    goTo: (name) => `الانتقال إلى ${isolated(name)}`,
    follow: "متابعة",
    followName: (name) => `متابعة ${isolated(name)}`,
    following: (name) => `تتابع الآن ${isolated(name)}`,
    stop: "إيقاف",
    stopFollowing: "إيقاف المتابعة",
    nowhere: (name) => `لا موضع كتابة للمشارك ${isolated(name)} في النص الآن.`,
    writing: (name, others) => `يكتب الآن: ${named(name, others)}`,
    writingAbove: (name, others) => `يكتب في الأعلى: ${named(name, others)}. الانتقال إلى هناك`,
    writingBelow: (name, others) => `يكتب في الأسفل: ${named(name, others)}. الانتقال إلى هناك`,
    commands: {
      everybody: "إظهار كل الموجودين هنا",
      follow: "متابعة شخص…",
      goTo: "الانتقال إلى شخص…",
      self: "تغيير اسمي أو لوني",
    },
    self: {
      name: "أنت",
      about: "كما يراك الآخرون. يُحفظ في هذا المتصفح.",
      shownAs: (name) => `يرونك في هذه الصفحة باسم ${isolated(name)}.`,
      nameLabel: "الاسم",
      colour: (hue) => `اللون: ${hue}`,
      done: "تم",
      hues: {
        red: "أحمر",
        amber: "كهرماني",
        olive: "زيتوني",
        green: "أخضر",
        teal: "أخضر مزرق",
        blue: "أزرق",
        indigo: "نيلي",
        violet: "بنفسجي",
        magenta: "أرجواني",
        brown: "بني",
      },
    },
  },
  announcements: {
    name: "إعلانات",
    here: (name, others) => `هنا الآن: ${named(name, others)}`,
    joined: (name, others) => `انضم: ${named(name, others)}`,
    left: (name, others) => `غادر: ${named(name, others)}`,
    writingHere: (name, others) => `يكتب في هذا السطر: ${named(name, others)}`,
    writingNear: (name, others) => `يكتب بجوار هذا السطر: ${named(name, others)}`,
  },
};
