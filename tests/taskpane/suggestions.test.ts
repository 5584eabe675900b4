// Words that fields propose, where a browser knows them and where it does not.
describe('time zones', () => {
  const own = Intl.supportedValuesOf;
  beforeEach(() => jest.resetModules());
  afterEach(() => (Intl.supportedValuesOf = own));
  const load = () => import('../../src/taskpane/suggestions');

  test('are those that the browser lists, asked for only where they are shown', async () => {
    const asked = jest.fn(own);
    Intl.supportedValuesOf = asked;
    const { timeZones } = await load();
    expect(asked).not.toHaveBeenCalled();
    expect(timeZones()).toContain('Asia/Shanghai');
    timeZones();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('a browser that lists none opens the pane all the same', async () => {
    Object.assign(Intl, { supportedValuesOf: undefined });
    const { timeZones } = await load();
    expect(timeZones()).toEqual([]);
  });
});
