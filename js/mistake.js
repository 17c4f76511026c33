/** An error that a program can tell by its `code`. @param {string} code @param {string} message @param {object} [more] */
export const mistake = (code, message, more) => Object.assign(new Error(message), { code }, more);
