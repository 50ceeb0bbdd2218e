module.exports = async () => {
  await globalThis.mock.close();
};
