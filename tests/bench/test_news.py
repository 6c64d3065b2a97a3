"""The text that the benchmark reads: always the same, as much as is asked for, with as many times as news has."""

from itertools import islice

from bench.news import articles
from bench.tumen import count_in_articles


def test_the_same_seed_gives_the_same_articles_and_another_gives_others() -> None:
    assert list(articles(50_000)) == list(articles(50_000))
    assert next(articles(1, seed=2)) != next(articles(1))


def test_fewer_are_the_first_of_more_and_together_they_are_as_long_as_asked_for() -> None:
    few = list(articles(20_000))
    assert list(islice(articles(100_000), len(few))) == few
    assert sum(len(article.text) for article in few[:-1]) < 20_000 <= sum(len(article.text) for article in few)


def test_about_one_time_in_sixty_words_and_hardly_a_sentence_twice() -> None:
    news = list(articles(200_000))
    words = sum(len(article.text.split()) for article in news)
    assert 45 < words / count_in_articles(news) < 75
    sentences = [sentence for article in news for sentence in article.text.split(". ")]
    assert len(set(sentences)) > 0.9 * len(sentences)
    assert not [article for article in news if set("{}") & set(article.text)]
