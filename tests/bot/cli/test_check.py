"""`cancelbot check`: a script with texts of its own."""

from pathlib import Path

from dialogs.packaged import packaged_script
from tests.bot.cli.terminal import environment, run


def test_texts_of_ones_own_are_checked_with_the_script(tmp_path: Path) -> None:
    script, messages = tmp_path / "mine.yaml", tmp_path / "messages"
    script.write_text(packaged_script("service").replace("text: goodbye", "text: farewell"))
    messages.mkdir()
    for locale in ("en", "de", "fr", "es", "pt", "ru"):
        (messages / f"{locale}.ftl").write_text("farewell = { $service } \u2013 over.\n", encoding="utf-8")
    (messages / "de.ftl").write_text("farewell = Das war { $servise }.\n", encoding="utf-8")

    without = run(environment(tmp_path), "check", str(script))
    with_them = run(environment(tmp_path), "check", str(script), "--messages", str(messages))

    assert (without.returncode, with_them.returncode) == (1, 1)
    assert (
        "missing_text at text 'farewell' in 'en': expected this text; add it in the studio" in without.stdout
    )
    assert "missing_text" not in with_them.stdout
    assert (
        "'farewell' in 'de': { $servise } is not filled in here; did you mean { $service }?"
        in with_them.stdout
    )
