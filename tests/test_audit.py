"""What ``make audit`` says of known holes, and which of them stop a release."""

from audit import holes


def test_audit_tells_every_hole_and_stops_for_those_that_a_newer_version_mends() -> None:
    hole, other = {"id": "CVE-1", "fix_versions": ["1.1", "2.0"]}, {"id": "CVE-2", "fix_versions": []}
    found = holes([{"name": "a", "version": "1.0", "vulns": [hole, other]}, {"name": "b", "skip_reason": "no answer"}])
    assert found == [("a 1.0: CVE-1, mended in 1.1, 2.0", True), ("a 1.0: CVE-2, mended in none yet", False)]
