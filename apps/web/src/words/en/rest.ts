/** English: what belongs to parts that are loaded on demand. One section a part of the page. */

export const rest = {
  commands: {},
  editing: {},
  formatting: {},
  files: {},
  preview: {},
  outline: {},
  settings: {},
  people: {},
  offline: {},
  sharing: {},
  doors: {},
  home: {},
  hints: {},
  announcements: {},
};
