// @ts-check
// What a finding offers beside its cure: hide it, hide its term for a while, say that the number is ours, report a false
// alarm. The background keeps hashes and sends the report; nothing is kept in the page.

(() => {
  /**
   * @param {'finding'|'term'|'own'} kind
   * @param {Finding} finding
   * @param {number} [days]
   * @returns {Promise<Outcome>}
   */
  function hide(kind, { check, source, fingerprint, clause_label, severity, match }, days) {
    return Jachai.tell({ type: 'hide', kind, days, finding: { check, source, fingerprint, clause_label, severity, match } });
  }

  /**
   * @param {string} platform  its name, told with a report
   * @returns {Offers}
   */
  function offersOn(platform) {
    return {
      hide: (finding) => hide('finding', finding),
      hideTerm: (finding, days) => hide('term', finding, days),
      own: (finding) => hide('own', finding),
      reports: async () => (await Jachai.rules()).reports,
      report: (report) => Jachai.tell({ type: 'report', report: { ...report, platform } }),
      platform,
    };
  }

  Jachai.offersOn = offersOn;
})();
