/** English: the people, and what is said of them. */

import { pluralOf } from "../plural.ts";

const plural = pluralOf("en");

/** One name, and how many beside it. */
const named = (name: string, others: number): string =>
  others === 0 ? name : `${name} and ${plural(others, { one: "# other", other: "# others" })}`;

const whoWrites = (name: string, others: number): string =>
  `${named(name, others)} ${others === 0 ? "is" : "are"} writing`;

export const company = {
  people: {
    everybody: "Everybody here",
    count: (count: number) => plural(count, { one: "# person here", other: "# people here" }),
    find: "Find somebody",
    nobodyFound: "Nobody here is called that.",
    goTo: (name: string) => `Go to ${name}`,
    follow: "Follow",
    followName: (name: string) => `Follow ${name}`,
    following: (name: string) => `Following ${name}`,
    stop: "Stop",
    stopFollowing: "Stop following",
    nowhere: (name: string) => `${name} has no caret in the text just now.`,
    writing: whoWrites,
    writingAbove: (name: string, others: number) => `${whoWrites(name, others)} above: go there`,
    writingBelow: (name: string, others: number) => `${whoWrites(name, others)} below: go there`,
    commands: {
      everybody: "Show everybody here",
      follow: "Follow somebody…",
      goTo: "Go to somebody…",
      self: "Change my name or colour",
    },
    self: {
      name: "You",
      about: "How the others see you. Kept in this browser.",
      shownAs: (name: string) => `On this page they see you as ${name}.`,
      nameLabel: "Name",
      colour: (hue: string) => `Colour: ${hue}`,
      done: "Done",
      hues: {
        red: "Red",
        amber: "Amber",
        olive: "Olive",
        green: "Green",
        teal: "Teal",
        blue: "Blue",
        indigo: "Indigo",
        violet: "Violet",
        magenta: "Magenta",
        brown: "Brown",
      },
    },
  },
  announcements: {
    name: "Announcements",
    here: (name: string, others: number) => `${named(name, others)} ${others === 0 ? "is" : "are"} here`,
    joined: (name: string, others: number) => `${named(name, others)} joined`,
    left: (name: string, others: number) => `${named(name, others)} left`,
    writingHere: (name: string, others: number) => `${whoWrites(name, others)} in this line`,
    writingNear: (name: string, others: number) => `${whoWrites(name, others)} next to this line`,
  },
};
