# SPDX-License-Identifier: Apache-2.0
"""The Models page end to end: a Hub-shaped server, the real queue of downloads, real headers, a scripted engine."""

import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from helpers.fake_hub import FakeHub, FakeRepo, serving
from helpers.tiny_gguf import write_tiny_gguf
from helpers.window import STARTER
from leeward.bridge.discover import Suggestion
from leeward.bridge.downloads import DownloadState
from leeward.domain.errors import StorageFull
from leeward.domain.machine_profile import Machine, MachineProfile, SpeedSample
from leeward.domain.model_info import KvType
from leeward.engine.child.cores import n_cores
from leeward.ui.theme import DARK, LIGHT

WAIT_MS = 20_000


@pytest.fixture
def hub(tmp_path):
    small = write_tiny_gguf(tmp_path / "small.gguf", kind="Q8_0")
    large = write_tiny_gguf(tmp_path / "large.gguf")
    with serving(FakeHub()) as hub:
        hub.repos["org/Tiny-GGUF"] = FakeRepo(
            {"tiny-Q8_0.gguf": small, "tiny-F32.gguf": large}, license="mit", downloads=1234, likes=56
        )
        hub.repos["org/Gated-GGUF"] = FakeRepo({"gated-Q8_0.gguf": small}, is_gated=True, downloads=10)
        yield hub


@pytest.fixture
def page_rig(make_rig, hub):
    """A window that has the server as its mirror, with the Models page open."""

    def make(size=(1200, 800), **options):
        rig = make_rig(size, **options)
        rig.parts.settings.set_value("hub_endpoint", hub.address)
        rig.window.open_models()
        return SimpleNamespace(rig=rig, window=rig.window, page=rig.window.models.page)

    return make


def titles(rows):
    return [row.title for row in rows.rows]


def search(made, qtbot, text):
    made.page.search.field.clear()
    QTest.keyClicks(made.page.search.field, text)
    QTest.keyClick(made.page.search.field, Qt.Key.Key_Return)


def open_tiny(made, qtbot):
    """Search, choose the repository, and wait for the verdict."""
    search(made, qtbot, "tiny")
    qtbot.waitUntil(lambda: titles(made.page.list.rows) == ["Tiny-GGUF"], timeout=WAIT_MS)
    made.page.list.go_to_first()
    QTest.keyClick(made.page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(made.page.detail.fit.word.text()), timeout=WAIT_MS)


def test_opening_the_page_shows_what_is_here_and_sends_nothing(page_rig, hub, qtbot):
    made = page_rig()
    assert made.window.pages.currentWidget() is made.page
    qtbot.waitUntil(lambda: titles(made.page.list.rows)[-2:] == ["On this computer", "Starter 1M"])
    assert titles(made.page.list.rows)[0] == "Suggested"
    assert QApplication.focusWidget() is made.page.search.field
    QTest.keyClicks(made.page.search.field, "   ")
    qtbot.wait(450)  # longer than the pause after which words would be searched for
    assert hub.requests == []


def test_typed_words_are_searched_for_after_a_pause_and_a_stale_answer_is_dropped(page_rig, hub, qtbot):
    made = page_rig()
    QTest.keyClicks(made.page.search.field, "gated")
    qtbot.waitUntil(lambda: titles(made.page.list.rows) == ["Gated-GGUF"], timeout=WAIT_MS)
    made.page._on_wanted("gated")
    made.page._on_wanted("tiny")
    qtbot.waitUntil(lambda: titles(made.page.list.rows) == ["Tiny-GGUF"], timeout=WAIT_MS)
    qtbot.wait(100)
    assert titles(made.page.list.rows) == ["Tiny-GGUF"]
    assert "licence: mit" in made.page.list.rows.rows[0].details
    QTest.keyClick(made.page.search.field, Qt.Key.Key_Escape)
    assert titles(made.page.list.rows)[0] == "Suggested"


def test_a_new_search_leaves_a_slow_server_s_answer_to_the_old_one(page_rig, hub, qtbot):
    made = page_rig()
    hub.api_faults = [("stall",)]
    search(made, qtbot, "gated")
    qtbot.waitUntil(hub.stalled.is_set, timeout=WAIT_MS)
    search(made, qtbot, "tiny")
    qtbot.waitUntil(lambda: titles(made.page.list.rows) == ["Tiny-GGUF"], timeout=WAIT_MS)
    qtbot.waitUntil(hub.left.is_set, timeout=WAIT_MS)
    hub.left.clear()
    hub.stalled.clear()
    hub.api_faults = [("stall",)]
    search(made, qtbot, "org/Gated-GGUF")
    qtbot.waitUntil(hub.stalled.is_set, timeout=WAIT_MS)
    search(made, qtbot, "org/Tiny-GGUF")
    qtbot.waitUntil(hub.left.is_set, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: made.page.detail.title.text() == "org/Tiny-GGUF", timeout=WAIT_MS)


def test_results_come_a_page_at_a_time_as_the_list_is_scrolled(page_rig, hub, qtbot):
    hub.repos.update({f"many/m{number:03}": FakeRepo({"m.gguf": b"GGUF"}, downloads=number) for number in range(70)})
    made = page_rig()
    search(made, qtbot, "many")
    qtbot.waitUntil(lambda: made.page.list.rows.rowCount() >= 30, timeout=WAIT_MS)
    for _ in range(3):
        made.page.list.scrollToBottom()
        qtbot.wait(50)
    qtbot.waitUntil(lambda: (made.page.list.scrollToBottom(), made.page.list.rows.rowCount() == 70)[1], timeout=WAIT_MS)
    assert titles(made.page.list.rows)[0] == "m069", "the most downloaded first"
    assert not made.page.list.rows.canFetchMore(made.page.list.rootIndex())


def test_results_stay_when_the_next_page_does_not_come(page_rig, hub, qtbot):
    hub.repos.update({f"many/m{number:03}": FakeRepo({"m.gguf": b"GGUF"}, downloads=number) for number in range(70)})
    hub.api_faults = [("ok",), ("status", 503, {})]
    made = page_rig((1200, 400))
    search(made, qtbot, "many")
    qtbot.waitUntil(lambda: made.page.list.rows.rowCount() >= 30, timeout=WAIT_MS)
    made.page.list.scrollToBottom()
    qtbot.waitUntil(lambda: "busy" in made.page.list.rows.rows[-1].details, timeout=WAIT_MS)
    assert made.page.list.rows.rowCount() == 31


def test_a_model_with_a_part_missing_cannot_be_downloaded(page_rig, hub, qtbot, tmp_path):
    hub.repos["org/Tiny-GGUF"].files["tiny-F16-00001-of-00002.gguf"] = b"GGUF"
    made = page_rig()
    open_tiny(made, qtbot)
    detail = made.page.detail
    assert detail.action.isVisible()
    row = next(row for row in detail.files.rows.rows if row.payload.problem)
    assert row.details == "cannot be fetched: part 2 of 2 is missing"
    detail.choose(row.payload)
    assert not detail.action.isVisible()
    assert not detail.fit.word.isVisible()


def test_a_chosen_repository_shows_its_files_with_verdicts_and_one_recommended(page_rig, hub, qtbot):
    made = page_rig()
    open_tiny(made, qtbot)
    detail = made.page.detail
    assert "licence: mit" in detail.facts.text()
    assert "1,234 downloads" in detail.facts.text()
    rows = {row.title: row for row in detail.files.rows.rows}
    assert set(rows) == {"Q8_0", "F32"}
    assert all(row.verdict is not None for row in rows.values())
    assert [title for title, row in rows.items() if row.tag] == ["Q8_0"]
    assert "fits" in rows["Q8_0"].words
    assert detail.fit.word.text() == "Fits"
    assert "free now" in detail.fit.memory.text()
    assert "not known" in detail.fit.speed.text(), "nothing was measured"
    assert detail.fit.measure.isVisible()
    assert sum(len(blob) for blob in hub.blobs.values()) > hub.sent_bytes, "the header was read, not the model"


def test_the_context_slider_changes_the_verdict_live(page_rig, hub, qtbot):
    made = page_rig()
    open_tiny(made, qtbot)
    fit = made.page.detail.fit
    assert fit.slider.value() == fit.slider.maximum(), "2,048 tokens is all it was trained for"
    before = fit.parts.text()
    fit.slider.setFocus()
    QTest.keyClick(fit.slider, Qt.Key.Key_Home)
    assert fit.n_ctx.text() == "512 tokens"
    assert fit.parts.text() != before
    QTest.mouseClick(fit.kv_buttons[KvType.Q8_0], Qt.MouseButton.LeftButton)
    assert "q8_0" in fit.parts.text()


def test_a_download_is_queued_shown_verified_and_used(page_rig, hub, qtbot):
    made = page_rig()
    open_tiny(made, qtbot)
    detail, strip = made.page.detail, made.page.strip
    assert detail.action.text().startswith("Download ")
    titles_of_window = []
    made.window.windowTitleChanged.connect(titles_of_window.append)
    QTest.mouseClick(detail.action, Qt.MouseButton.LeftButton)
    assert strip.isVisible()
    qtbot.waitUntil(lambda: strip.rows[0].download.state is DownloadState.DONE, timeout=WAIT_MS)
    assert strip.rows[0].facts.accessibleName().startswith("Verified and ready")
    assert titles_of_window[0] == "0 % · Leeward"
    assert made.window.windowTitle() == "Leeward"
    path = strip.rows[0].download.plan.paths[0]
    assert path.is_file()
    assert made.rig.folder / "models" in path.parents
    assert detail.action.text() == "Use now"
    detail.fit.slider.setValue(0)
    with qtbot.waitSignal(made.rig.parts.generation.model_loaded) as loaded:
        QTest.mouseClick(strip.rows[0].use, Qt.MouseButton.LeftButton)
    assert (loaded.args[0].path, loaded.args[0].n_ctx) == (path, 512), "with the context that was chosen above"
    assert made.window.pages.currentWidget() is made.window.page
    qtbot.waitUntil(lambda: any(each.path == path for each in made.rig.known.all()))
    made.window.open_models()
    qtbot.waitUntil(lambda: len(made.page.here.all) == 2)


def test_messages_of_the_window_are_seen_on_this_page_too(page_rig, qtbot):
    made = page_rig()
    chat = made.window.page
    chat.show_error(StorageFull(made.rig.folder), "storage")
    assert chat.banner.isVisible()
    assert made.page.isAncestorOf(chat.banner)
    made.window.models.close()
    assert chat.isAncestorOf(chat.banner)
    assert chat.banner.isVisible()
    made.window.open_models()
    QTest.mouseClick(chat.banner.close_button, Qt.MouseButton.LeftButton)
    made.window.models.close()
    assert not chat.banner.isVisible()


def test_a_download_can_be_paused_gone_on_with_and_cancelled_by_keys(page_rig, hub, qtbot):
    made = page_rig()
    open_tiny(made, qtbot)
    hub.faults = [("stall",)]
    QTest.mouseClick(made.page.detail.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(hub.stalled.is_set, timeout=WAIT_MS)
    row = made.page.strip.rows[0]
    assert not made.page.detail.action.isEnabled()
    row.pause.setFocus()
    QTest.keyClick(row.pause, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: row.download.state is DownloadState.PAUSED, timeout=WAIT_MS)
    assert row.facts.accessibleName().startswith("Paused")
    assert row.resume.isVisible()
    assert not row.pause.isVisible()
    hub.stalled.clear()
    hub.faults = [("stall",)]
    QTest.keyClick(row.resume, Qt.Key.Key_Space)
    qtbot.waitUntil(hub.stalled.is_set, timeout=WAIT_MS)
    QTest.keyClick(row.cancel, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not made.page.strip.rows, timeout=WAIT_MS)
    assert not made.page.strip.isVisible()
    assert made.page.detail.action.isEnabled()


def test_a_failed_download_says_why_and_can_be_tried_again(page_rig, hub, qtbot):
    made = page_rig()
    open_tiny(made, qtbot)
    hub.faults = [("status", 403, {})]
    QTest.mouseClick(made.page.detail.action, Qt.MouseButton.LeftButton)
    row = made.page.strip.rows[0]
    qtbot.waitUntil(lambda: row.download.state is DownloadState.FAILED, timeout=WAIT_MS)
    assert "does not give this file" in row.facts.accessibleName()
    assert row.resume.accessibleName().startswith("Try ")
    QTest.mouseClick(row.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row.download.state is DownloadState.DONE, timeout=WAIT_MS)


def test_a_pasted_address_opens_the_repository_at_its_file(page_rig, hub, qtbot):
    made = page_rig()
    made.page.search.field.setText(f"{hub.address}/org/Tiny-GGUF/blob/main/tiny-F32.gguf")
    QTest.keyClick(made.page.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(made.page.detail.fit.word.text()), timeout=WAIT_MS)
    assert made.page.detail.offer.files[0].path == "tiny-F32.gguf"
    assert titles(made.page.list.rows) == ["org/Tiny-GGUF"]


def test_a_file_that_is_not_there_is_said_and_another_one_shown(page_rig, hub, qtbot):
    made = page_rig()
    search(made, qtbot, "org/Tiny-GGUF:Q4_K_M")
    qtbot.waitUntil(lambda: bool(made.page.detail.fit.word.text()), timeout=WAIT_MS)
    assert "it has no file in Q4_K_M" in made.page.detail.remark.text()
    assert made.page.detail.offer is not None


def test_what_the_hub_refuses_is_said_with_a_next_step(page_rig, hub, qtbot):
    made = page_rig()
    search(made, qtbot, "org/Gated-GGUF")
    qtbot.waitUntil(lambda: "does not give this file" in made.page.detail.fit.memory.text(), timeout=WAIT_MS)
    assert "Accept the terms" in made.page.detail.fit.parts.text()
    search(made, qtbot, "org/Missing-GGUF")
    qtbot.waitUntil(lambda: "was not found" in made.page.detail.remark.text(), timeout=WAIT_MS)
    hub.api_faults = [("status", 503, {})]
    search(made, qtbot, "words")
    qtbot.waitUntil(lambda: "busy" in made.page.list.rows.rows[0].details, timeout=WAIT_MS)
    search(made, qtbot, "https://elsewhere.example/model")
    assert "was not found" in made.page.list.rows.rows[0].details


def test_escape_goes_back_a_step_and_then_to_the_chat(page_rig, hub, qtbot):
    made = page_rig((560, 480))
    open_tiny(made, qtbot)
    assert made.page.detail.isVisible()
    assert not made.page.list.isVisible(), "the detail replaces the list where both have no room"
    assert QApplication.focusWidget() is made.page.detail.files
    QTest.keyClick(made.page.detail.files, Qt.Key.Key_Escape)
    assert made.page.list.isVisible()
    assert QApplication.focusWidget() is made.page.list
    made.page.search.field.setFocus()
    search(made, qtbot, "gated")
    qtbot.waitUntil(lambda: titles(made.page.list.rows) == ["Gated-GGUF"], timeout=WAIT_MS)
    assert QApplication.focusWidget() is made.page.search.field, "who types goes on typing"
    QTest.keyClick(made.page.list, Qt.Key.Key_Escape)
    assert made.window.pages.currentWidget() is made.window.page
    assert QApplication.focusWidget() is made.window.page.composer.field


def test_the_header_tells_of_downloads_while_the_page_is_closed(page_rig, hub, qtbot):
    made = page_rig()
    open_tiny(made, qtbot)
    hub.bytes_per_second = 20_000
    hub.faults = [("stall",)]
    QTest.mouseClick(made.page.detail.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(hub.stalled.is_set, timeout=WAIT_MS)
    assert made.window.header.status.accessibleName() == ""
    made.window.models.close()
    assert made.window.header.status.accessibleName().startswith("Downloading 0 %")
    made.page.strip.rows[0].pause_requested.emit()
    qtbot.waitUntil(lambda: made.window.header.status.accessibleName() == "", timeout=WAIT_MS)


def test_a_gguf_dropped_on_the_page_is_loaded(page_rig, qtbot, tmp_path):
    made = page_rig()
    path = write_tiny_gguf(tmp_path / "dropped.gguf")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(made.rig.parts.generation.model_loaded) as loaded:
        made.window.dropEvent(drop)
    assert loaded.args[0].path == path
    assert not made.window.models.is_open, "how a load goes is said beside the chat"
    qtbot.waitUntil(lambda: any(each.path == path for each in made.rig.known.all()))


def test_a_model_that_is_here_shows_its_verdict_and_can_be_used(page_rig, qtbot, tmp_path):
    path = write_tiny_gguf(tmp_path / "mine.gguf")
    made = page_rig()
    made.rig.parts.models.remember(path, "Mine")
    qtbot.waitUntil(lambda: "Mine" in titles(made.page.list.rows))
    index = made.page.list.rows.index(titles(made.page.list.rows).index("Mine"))
    made.page.list.scrollTo(index)
    QTest.mouseClick(
        made.page.list.viewport(), Qt.MouseButton.LeftButton, pos=made.page.list.visualRect(index).center()
    )
    qtbot.waitUntil(lambda: made.page.detail.fit.word.text() == "Fits", timeout=WAIT_MS)
    with qtbot.waitSignal(made.rig.parts.generation.model_loaded) as loaded:
        QTest.mouseClick(made.page.detail.action, Qt.MouseButton.LeftButton)
    assert loaded.args[0].path == path


def test_the_page_is_reached_from_the_sidebar_the_picker_and_a_key(make_rig, qtbot):
    window = make_rig().window
    QTest.mouseClick(window.sidebar.models, Qt.MouseButton.LeftButton)
    assert window.models.is_open
    window.new_chat()
    assert not window.models.is_open
    window.header.picker._fill()
    entry = next(each for each in window.header.picker._menu.actions() if each.text().startswith("Get models"))
    entry.trigger()
    assert window.models.is_open
    QTest.mouseClick(window.models.page.back, Qt.MouseButton.LeftButton)
    assert not window.models.is_open
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert window.models.is_open


def test_every_control_of_the_page_has_a_name_and_the_theme_changes_all_of_it(page_rig, hub, qtbot):
    made = page_rig()
    open_tiny(made, qtbot)
    QTest.mouseClick(made.page.detail.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: made.page.strip.rows[0].download.state is DownloadState.DONE, timeout=WAIT_MS)
    for control in (*made.page.findChildren(QAbstractButton), *made.page.findChildren(QLineEdit)):
        if control is made.window.page.banner.button:
            continue  # hidden; the message it goes with names it
        name = control.accessibleName() or getattr(control, "text", str)()
        assert name, control
    made.window._on_appearance_changed(LIGHT, 11)
    light = made.page.grab().toImage()
    made.window._on_appearance_changed(DARK, 11)
    assert made.page.grab().toImage() != light


def test_what_was_not_finished_is_listed_as_paused_after_a_restart(page_rig, hub, qtbot):
    made = page_rig(name="kept")
    open_tiny(made, qtbot)
    hub.faults = [("stall",)]
    QTest.mouseClick(made.page.detail.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(hub.stalled.is_set, timeout=WAIT_MS)
    kept = made.rig.folder / "downloads.json"
    qtbot.waitUntil(kept.is_file)
    hub.requests.clear()
    again = page_rig(name="again", is_started=False)
    (again.rig.folder / "downloads.json").write_bytes(kept.read_bytes())
    again.page._tools.downloads.load()
    qtbot.waitUntil(lambda: len(again.page.strip.rows) == 1)
    assert again.page.strip.rows[0].download.state is DownloadState.PAUSED
    assert hub.requests == []
    hub.release.set()


def test_a_measurement_that_cannot_be_made_says_why(page_rig, hub, qtbot):
    made = page_rig()
    open_tiny(made, qtbot)
    fit = made.page.detail.fit
    QTest.mouseClick(fit.measure, Qt.MouseButton.LeftButton)
    assert fit.measure.text() == "Measuring… Cancel"
    qtbot.waitUntil(fit.measure_remark.isVisible, timeout=WAIT_MS)
    assert STARTER.path.name in fit.measure_remark.text(), "there is no such file"
    assert fit.measure.text() == "Measure this machine (20 s)"


def test_a_measurement_turns_into_a_promise_of_speed(page_rig, hub, qtbot):
    made = page_rig()
    open_tiny(made, qtbot)
    fit, measuring = made.page.detail.fit, made.page._tools.measuring
    engine, devices = made.rig.parts.generation.machine()
    sample = SpeedSample("s.gguf", False, 100_000_000, 50.0, 100_000_000, 300.0, "2026-11-23")
    measuring._kept.add(MachineProfile(Machine.of(engine, devices, n_cores()), (sample,)))
    measuring.ended.emit(None)
    qtbot.waitUntil(lambda: "words a second" in fit.speed.text(), timeout=WAIT_MS)
    assert not fit.measure.isVisible()


def test_suggestions_open_their_repository_at_the_file_for_this_machine(page_rig, hub, qtbot):
    made = page_rig()
    suggestion = Suggestion("Tiny", "org/Tiny-GGUF", "MIT", "Nothing", ("en",), 2048, "Q8_0", 80_000)
    made.page._tools = replace(made.page._tools, suggested=lambda _free_bytes: (suggestion,))
    made.rig.parts.models.refresh()
    qtbot.waitUntil(lambda: titles(made.page.list.rows)[:2] == ["Suggested", "Tiny"])
    assert hub.requests == []
    made.page.list.go_to_first()
    QTest.keyClick(made.page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(made.page.detail.fit.word.text()), timeout=WAIT_MS)
    assert made.page.detail.offer.quantization == "Q8_0"


def test_the_http_client_is_not_on_the_way_to_the_first_picture():
    code = "import sys, leeward.desktop; print([n for n in ('httpx2', 'huggingface_hub') if n in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100, check=True)
    assert result.stdout.strip() == "[]"
