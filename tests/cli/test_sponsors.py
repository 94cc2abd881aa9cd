"""`drafter sponsors`."""


def test_a_pasted_list_is_printed_in_order_and_what_is_unclear_is_told_beside_it(drafter):
    ran = drafter("sponsors", "USA, Côte d'Ivoire, Thailnd, Turkey and China", "--lang", "zh")
    assert ran.code == 0
    assert ran.out.strip() == "中国、科特迪瓦、土耳其、美利坚合众国和Thailnd"
    assert "“Turkey” is a former name of 土耳其." in ran.err
    assert "“Thailnd” is not a name that is known; is it 泰国?" in ran.err


def test_json_has_each_name_with_its_key(drafter):
    found = drafter("sponsors", "法国、美国、法国", "--lang", "fr", "--json").json
    assert found["line"] == "États-Unis d’Amérique et France"
    assert [each["key"] for each in found["sponsors"]] == ["USA", "FRA"]
    assert found["repeated"] == ["法国"]
    assert found["unknown"] == []


def test_an_unknown_language_is_refused(drafter):
    ran = drafter("sponsors", "France", "--lang", "xx")
    assert ran.code == 2
