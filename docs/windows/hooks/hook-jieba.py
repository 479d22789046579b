"""In place of the usual hook, which takes all data of jieba; see recipe.py for what is taken."""

datas: list[tuple[str, str]] = []
