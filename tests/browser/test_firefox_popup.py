"""The popup where Firefox really shows it: below the toolbar's icon, in a panel that stays until it is closed."""

import pytest
from firefox import ADDON, Marionette

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Marionette leaves sockets open
]

AREA = """
  const {CustomizableUI} = ChromeUtils.importESModule('moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs');
  return CustomizableUI.getPlacementOfWidget(arguments[0].replace(/[^a-z0-9_-]/g, '_') + '-browser-action')?.area;
"""


def test_the_icon_that_warns_stands_in_the_toolbar(marionette: Marionette) -> None:
    with marionette.using_context("chrome"):
        assert marionette.execute_script(AREA, script_args=[ADDON]) == "nav-bar"
