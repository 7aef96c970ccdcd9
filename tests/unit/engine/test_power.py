# SPDX-License-Identifier: Apache-2.0
"""Battery and heat, on machines made of files."""

from types import SimpleNamespace

import psutil
import pytest

from leeward.engine.power import is_hot, is_on_battery


@pytest.fixture
def zone(tmp_path):
    folder = tmp_path / "sys/class/thermal/thermal_zone0"
    folder.mkdir(parents=True)

    def write(temp, **trips):
        (folder / "temp").write_text(f"{temp}\n")
        for number, (kind, limit) in enumerate(trips.items()):
            (folder / f"trip_point_{number}_type").write_text(f"{kind}\n")
            (folder / f"trip_point_{number}_temp").write_text(f"{limit}\n")
        return tmp_path

    return write


def test_it_is_hot_at_the_passive_trip_point_until_it_is_some_degrees_cooler(zone):
    assert not is_hot(zone(84_000, active=50_000, passive=85_000, critical=100_000))
    assert is_hot(zone(85_000))
    assert is_hot(zone(81_000), was_hot=True)
    assert not is_hot(zone(81_000))
    assert not is_hot(zone(79_000), was_hot=True)


@pytest.mark.parametrize("trips", [{}, {"active": 40_000}, {"passive": 0}, {"critical": -274_000}, {"passive": "?"}])
def test_without_a_trip_point_that_says_something_nothing_is_hot(zone, trips):
    assert not is_hot(zone(90_000, **trips))


@pytest.mark.parametrize("temp", ["", "-40000", "0", "hot"])
def test_a_sensor_that_is_off_says_nothing(zone, temp):
    assert not is_hot(zone(temp, passive=-50_000, critical=1))


def test_without_zones_nothing_is_hot(tmp_path):
    assert not is_hot(tmp_path)


@pytest.mark.parametrize(
    ("battery", "expected"),
    [
        (None, False),
        (SimpleNamespace(power_plugged=True), False),
        (SimpleNamespace(power_plugged=None), False),
        (SimpleNamespace(power_plugged=False), True),
    ],
)
def test_on_battery_is_what_has_no_plug(monkeypatch, battery, expected):
    monkeypatch.setattr(psutil, "sensors_battery", lambda: battery)
    assert is_on_battery() is expected


def test_where_nobody_knows_of_batteries_there_is_none(monkeypatch):
    monkeypatch.delattr(psutil, "sensors_battery")
    assert not is_on_battery()
